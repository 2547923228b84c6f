using System.Text;
using ModelSdk.Runtime.Features;

namespace ModelSdk.Tests.Runtime.Features;

public sealed class MurmurHash3Tests
{
    // From the verification values that circulate for MurmurHash3_x86_32 (Wikipedia, "MurmurHash"; Ian Boyd's list of test vectors).
    [Theory]
    [InlineData("", 0x00000000u, 0x00000000u)]
    [InlineData("", 0x00000001u, 0x514E28B7u)]
    [InlineData("", 0xFFFFFFFFu, 0x81F16F39u)]
    [InlineData("test", 0x00000000u, 0xBA6BD213u)]
    [InlineData("test", 0x9747B28Cu, 0x704B81DCu)]
    [InlineData("Hello, world!", 0x00000000u, 0xC0363E43u)]
    [InlineData("The quick brown fox jumps over the lazy dog", 0x00000000u, 0x2E4FF723u)]
    [InlineData("The quick brown fox jumps over the lazy dog", 0x9747B28Cu, 0x2FA826CDu)]
    public void The_hash_is_the_published_one(string text, uint seed, uint expected) => Assert.Equal(expected, MurmurHash3.Hash(Encoding.UTF8.GetBytes(text), seed));
}
