using System.Collections;
using System.Runtime.CompilerServices;

namespace Schemawright.Collections;

/// <summary>
/// The one immutable list all models use: two sequences with equal elements are equal, so that records holding them
/// compare by value. The default value is the empty sequence.
/// </summary>
[CollectionBuilder(typeof(Seq), nameof(Seq.Create))]
public readonly struct Seq<T> : IReadOnlyList<T>, IEquatable<Seq<T>>
{
    private readonly T[]? _items;

    internal Seq(T[] items) => _items = items;

    public static Seq<T> Empty => default;

    public int Count => _items?.Length ?? 0;

    public T this[int index] => Items[index];

    private T[] Items => _items ?? [];

    public bool Equals(Seq<T> other) => Items.AsSpan().SequenceEqual(other.Items, EqualityComparer<T>.Default);

    public override bool Equals(object? obj) => obj is Seq<T> other && Equals(other);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var item in Items)
        {
            hash.Add(item);
        }

        return hash.ToHashCode();
    }

    public static bool operator ==(Seq<T> left, Seq<T> right) => left.Equals(right);

    public static bool operator !=(Seq<T> left, Seq<T> right) => !left.Equals(right);

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)Items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>Makes sequences.</summary>
public static class Seq
{
    public static Seq<T> Create<T>(ReadOnlySpan<T> items) => new(items.ToArray());

    public static Seq<T> ToSeq<T>(this IEnumerable<T> items) => new([.. items]);
}
