using Shouldly;
using Xunit;

namespace Schemawright.Tests;

public class SeqTests
{
    [Fact]
    public void Sequences_with_equal_elements_are_equal()
    {
        Collections.Seq<int> left = [1, 2];
        Collections.Seq<int> right = [1, 2];
        left.ShouldBe(right);
        (left == [2, 1]).ShouldBeFalse();
    }
}
