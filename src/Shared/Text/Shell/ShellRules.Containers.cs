namespace AgentGuard.Text.Shell;

internal static partial class ShellRules
{
    /// <summary>Docker, Kubernetes and their tools.</summary>
    private const string Containers = """
        backs-up namespace velero backup create
        volume docker|podman|nerdctl system prune --volumes
        compute docker|podman|nerdctl system prune
        volume docker|podman|nerdctl volume rm|remove|prune
        network docker|podman network rm|prune
        compute docker|podman container|pod|image prune
        compute docker|podman|nerdctl rm -f|--force|-v|--volumes
        compute docker|podman container rm -f|--force|-v|--volumes
        compute docker|podman rmi -f|--force
        compute docker|podman image rm -f|--force
        volume docker|podman|nerdctl compose down -v|--volumes
        volume docker-compose|podman-compose down -v|--volumes
        compute docker|podman|nerdctl compose down --rmi
        compute docker-compose|podman-compose down --rmi
        volume docker|podman|nerdctl compose rm -v
        volume docker-compose|podman-compose rm -v
        compute docker stack|service rm
        compute docker swarm leave
        secret docker|podman secret rm
        compute podman machine rm|reset
        volume podman system reset
        compute colima|limactl|minikube delete
        cluster kind|k3d delete cluster|clusters
        cluster k3d cluster delete
        namespace kubectl|oc|k delete namespace|namespaces|ns|namespace/*|ns/*|project
        volume kubectl|oc|k delete pvc|pv|persistentvolumeclaim|persistentvolumeclaims|persistentvolume|persistentvolumes|pvc/*|pv/*|persistentvolumeclaim/*
        snapshot kubectl|oc|k delete volumesnapshot|volumesnapshots|volumesnapshotcontent
        secret kubectl|oc|k delete secret|secrets|secret/*
        cluster kubectl|oc|k delete node|nodes|cluster|clusters|node/*
        infrastructure kubectl|oc|k delete crd|crds|customresourcedefinition|customresourcedefinitions|crd/*|claim|composite
        network kubectl|oc|k delete service|services|svc|ingress|ingresses|networkpolicy|svc/*|service/*|ingress/*
        identity kubectl|oc|k delete serviceaccount|sa|role|rolebinding|clusterrole|clusterrolebinding
        harmless kubectl|oc|k delete pod|pods|po @ !--all|-A|--all-namespaces|-l|--selector|--field-selector|--force|--grace-period=0|--now|-f|--filename
        compute kubectl|oc|k delete deployment|deployments|deploy|pod|pods|po|statefulset|statefulsets|sts|daemonset|daemonsets|ds|job|jobs|cronjob|replicaset|rs|all
        compute kubectl|oc|k delete
        compute kubectl|oc|k drain|cordon
        compute kubectl|oc|k scale --replicas=0
        compute kubectl|oc|k replace --force
        compute kubectl|oc|k apply --prune|--force
        compute kubectl|oc|k taint + + *:NoExecute
        cluster kubectl|oc|k config delete-cluster
        backs-up cluster etcdctl snapshot save
        compute helm uninstall|delete|del|un
        compute helm rollback
        compute helm upgrade --force|--reset-values
        cluster flux uninstall
        compute flux delete
        compute flux suspend --all
        compute argocd app delete
        cluster argocd cluster rm
        project argocd proj delete
        backup velero backup|schedule delete
        backup velero delete backup|schedule
        backup velero backup-location|snapshot-location|restore delete
        backup velero uninstall
        cluster kubeadm reset
        cluster kops delete cluster --yes|-y
        cluster talosctl reset
        volume longhornctl delete
        """;

    /// <summary>Infrastructure as code.</summary>
    private const string Infrastructure = """
        stack terraform|tofu|terragrunt destroy
        stack terraform|tofu|terragrunt apply -destroy
        stack terragrunt run-all|run destroy
        stack terragrunt destroy-all
        compute helmfile destroy
        stack terraform|tofu|terragrunt apply -auto-approve|--auto-approve
        stack terraform|tofu state rm|push
        stack terraform|tofu workspace delete
        stack terraform|tofu taint
        weakens stack terraform|tofu force-unlock
        stack pulumi destroy|down !--preview-only
        stack pulumi stack rm
        stack pulumi state delete
        stack pulumi up|update -y|--yes
        stack pulumi cancel
        stack cdktf destroy
        stack crossplane uninstall
        compute nomad job stop -purge
        compute nomad stop -purge
        namespace nomad namespace delete
        compute vagrant destroy
        compute packer destroy
        compute multipass delete|purge
        compute virsh destroy|undefine
        compute lxc|incus delete
        compute qm|pct destroy
        volume virsh vol-delete
        compute VBoxManage unregistervm --delete
        infrastructure nix-collect-garbage -d|--delete-old
        stack sst remove
        stack encore app delete
        """;

    /// <summary>Backup tools: what they make, and what they throw away.</summary>
    private const string Backups = """
        backs-up directory borg create
        backs-up directory restic backup
        backs-up directory rclone copy
        backs-up directory rsnapshot hourly|daily|weekly|monthly
        backs-up directory duplicity full|incr
        backs-up directory kopia snapshot create
        backs-up volume zfs snapshot
        backs-up volume btrfs subvolume snapshot
        backs-up volume lvcreate -s|--snapshot
        backup borg delete|prune|compact|recreate|break-lock !-n$
        backup restic forget|prune !-n$
        backup restic key remove
        backup restic unlock --remove-all
        bucket rclone sync|delete|purge|dedupe|move|cleanup|rmdirs !-n$
        backup duplicity remove-older-than|remove-all-but-n-full|remove-all-inc-of-but-n-full
        backup kopia snapshot delete
        backup kopia repository disconnect
        backup pgbackrest expire|stanza-delete
        backup barman delete
        backup wal-g delete
        bucket mc|mcli rb
        bucket mc|mcli rm -r|--recursive !--fake
        bucket mc|mcli mirror --remove
        backup vssadmin delete shadows
        backup wbadmin delete catalog|backup|systemstatebackup
        backup wmic shadowcopy delete
        backup tmutil delete|deletelocalsnapshots
        """;
}
