using System.Collections.Immutable;
using System.Globalization;
using AgentGuard.Analyzers.Catalog;
using Microsoft.CodeAnalysis.Text;

namespace AgentGuard.Analyzers.Approvals;

/// <summary>Reads an approvals file. The grammar is in docs/approvals.md.</summary>
internal sealed class ApprovalsParser
{
    /// <summary>An approval is looked at again at least once a year.</summary>
    public const int LongestDays = 366;

    private const string DateFormat = "yyyy-MM-dd";
    private static readonly string[] Heads = ["operation", "policy"];
    private static readonly string[] OperationCells = ["the member", "the operation", "the reason", "the approver", "the date it was given", "the date it expires"];
    private static readonly string[] PolicyCells = ["the setting", "the reason", "the approver", "the date it was given", "the date it expires"];

    private readonly ImmutableArray<Approval>.Builder _approvals = ImmutableArray.CreateBuilder<Approval>();
    private readonly ImmutableArray<ConfigurationError>.Builder _errors = ImmutableArray.CreateBuilder<ConfigurationError>();
    private readonly string _path;

    private ApprovalsParser(string path) => _path = path;

    /// <summary>Reads a whole file; a line with an error approves nothing.</summary>
    public static (ImmutableArray<Approval> Approvals, ImmutableArray<ConfigurationError> Errors) Parse(string path, SourceText text)
    {
        var parser = new ApprovalsParser(path);
        foreach (var line in text.Lines)
        {
            var written = text.ToString(line.Span);
            if (written.Trim() is not ("" or ['#', ..])) parser.ParseLine(Cell.Split(written, line.Start));
        }

        return (parser._approvals.ToImmutable(), parser._errors.ToImmutable());
    }

    private void ParseLine(ImmutableArray<Cell> cells)
    {
        var head = cells[0];
        if (!Heads.Contains(head.Text))
        {
            Fail(head.Span, $"'{head.Text}' does not begin an approval; {Suggestion.For(head.Text, Heads)}");
            return;
        }

        var names = head.Text == "operation" ? OperationCells : PolicyCells;
        var values = cells.RemoveAt(0);
        if (!HasAll(values, names, cells)) return;

        var count = names.Length;
        if (!TryReadDate(values[count - 2], names[count - 2], out var given) || !TryReadDate(values[count - 1], names[count - 1], out var expires)) return;
        if (expires < given)
        {
            Fail(values[count - 1].Span, "The approval expires before it was given");
            return;
        }

        if ((expires - given).TotalDays > LongestDays)
        {
            Fail(values[count - 1].Span, "An approval lasts a year at most; give a nearer date, so that a person looks at it again");
            return;
        }

        var whole = TextSpan.FromBounds(head.Span.Start, values[count - 1].Span.End);
        var review = new Review(values[count - 4].Text, values[count - 3].Text, given, expires);
        if (head.Text == "policy") _approvals.Add(new PolicyApproval(_path, whole, review, values[0].Text));
        else if (IsMemberId(values[0])) _approvals.Add(new OperationApproval(_path, whole, review, values[0].Text, values[1].Text));
    }

    private bool HasAll(ImmutableArray<Cell> values, string[] names, ImmutableArray<Cell> cells)
    {
        for (var i = 0; i < names.Length; i++)
        {
            if (i < values.Length && values[i].Text.Length > 0) continue;
            Fail(i < values.Length ? values[i].Span : new TextSpan(cells[^1].Span.End, 0), $"The approval lacks {names[i]}");
            return false;
        }

        if (values.Length == names.Length) return true;
        Fail(TextSpan.FromBounds(values[names.Length].Span.Start, cells[^1].Span.End), $"Nothing is expected after {names[^1]}; a reason holds no '|'");
        return false;
    }

    private bool IsMemberId(Cell member)
    {
        if (member.Text is ['M' or 'P' or 'F' or 'E' or 'T', ':', _, ..] && member.Text.IndexOf('*') < 0) return true;
        Fail(member.Span, $"'{member.Text}' is no documentation-comment id of one member, such as 'M:Shop.Maintenance.Reset'");
        return false;
    }

    private bool TryReadDate(Cell cell, string name, out DateTime date)
    {
        if (DateTime.TryParseExact(cell.Text, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out date)) return true;
        Fail(cell.Span, $"'{cell.Text}' is not {name} as year-month-day, such as 2026-05-31");
        return false;
    }

    private void Fail(TextSpan span, string message) => _errors.Add(new ConfigurationError(span, message));

    private readonly record struct Cell(string Text, TextSpan Span)
    {
        public static ImmutableArray<Cell> Split(string line, int start)
        {
            var cells = ImmutableArray.CreateBuilder<Cell>();
            foreach (var part in line.Split('|'))
            {
                var text = part.Trim();
                cells.Add(new Cell(text, new TextSpan(start + part.Length - part.TrimStart().Length, text.Length)));
                start += part.Length + 1;
            }

            return cells.ToImmutable();
        }
    }
}
