// Stand-ins for search engines and Vault: names and parameters as they are documented, no bodies.
#pragma warning disable
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
namespace OpenSearch.Client {
    public class Indices { public static implicit operator Indices(string name) => throw null; }
    public class DeleteByQueryDescriptor<TDocument> { public DeleteByQueryDescriptor<TDocument> MatchAll() => throw null; public DeleteByQueryDescriptor<TDocument> Query(Func<object, object> query) => throw null; }
}
namespace OpenSearch.Client.Specification.IndicesApi { public class IndicesNamespace { public object Delete(Indices index, object selector = null) => throw null; public Task<object> DeleteAsync(Indices index, object selector = null, CancellationToken ct = default) => throw null; } }
namespace Meilisearch {
    public class MeilisearchClient { public Task<object> DeleteIndexAsync(string uid, CancellationToken cancellationToken = default) => throw null; }
    public class Index { public Task<object> DeleteAsync(CancellationToken cancellationToken = default) => throw null; public Task<object> DeleteAllDocumentsAsync(CancellationToken cancellationToken = default) => throw null; public Task<object> DeleteOneDocumentAsync(string documentId, CancellationToken cancellationToken = default) => throw null; }
}
namespace Algolia.Search.Clients {
    public interface ISearchIndex { object Delete(object requestOptions = null); Task<object> DeleteAsync(object requestOptions = null, CancellationToken ct = default); object ClearObjects(object requestOptions = null); Task<object> ClearObjectsAsync(object requestOptions = null, CancellationToken ct = default); object DeleteObject(string objectId, object requestOptions = null); }
    public interface ISearchClient { object DeleteIndex(string indexName, object options = null, CancellationToken cancellationToken = default); Task<object> DeleteIndexAsync(string indexName, object options = null, CancellationToken cancellationToken = default); object ClearObjects(string indexName, object options = null, CancellationToken cancellationToken = default); Task<object> ClearObjectsAsync(string indexName, object options = null, CancellationToken cancellationToken = default); }
}
namespace VaultSharp.V1.SecretsEngines.KeyValue.V1 { public interface IKeyValueSecretsEngineV1 { Task DeleteSecretAsync(string path, string mountPoint = null); } }
namespace VaultSharp.V1.SecretsEngines.KeyValue.V2 { public interface IKeyValueSecretsEngineV2 { Task DeleteSecretAsync(string path, string mountPoint = null); Task DestroySecretVersionsAsync(string path, IList<int> versions, string mountPoint = null); Task DeleteMetadataAsync(string path, string mountPoint = null); } }
namespace VaultSharp.V1.SystemBackend { public interface ISystemBackend { Task UnmountSecretBackendAsync(string path); } }
