using Rahdar.Quantities.Identifiers;

namespace Rahdar.Tests.Quantities;

/// <summary>Goal: numbers are read as people paint and print them, and a slip is caught. Method: published numbers in
/// several spellings, then every change of one digit.</summary>
public sealed class IdentifierTests
{
    [Theory]
    [InlineData("CSQU3054383", "CSQU3054383")]
    [InlineData("csqu 305438-3", "CSQU3054383")]
    [InlineData("RAIU 690011 4 25U1", "RAIU6900114")]
    [InlineData("QJRZ123456", "QJRZ123456")]
    public void Container_number_is_read_as_painted(string painted, string number) =>
        Assert.Equal(number, ContainerNumber.TryParse(painted, out var read) ? read.Value : null);

    [Theory]
    [InlineData("")]
    [InlineData("CSQU305438")]
    [InlineData("CSQU3054384")]
    [InlineData("CSQX3054383")]
    [InlineData("C5QU3054383")]
    [InlineData("CSQU3054383 25U1 99")]
    [InlineData("CSQU٣٠٥٤٣٨٣")]
    public void No_container_number_is_read_from_what_is_none(string text) =>
        Assert.False(ContainerNumber.TryParse(text, out _));

    [Theory]
    [InlineData("31 RIV 81 ÖBB 665 0 286-0", "318166502860")]
    [InlineData("93 70 3740 021–8 GB-EIL", "937037400218")]
    [InlineData("62 85 78-90049-8 WLABmz 293.6", "628578900498")]
    public void Vehicle_number_is_read_among_the_words_beside_it(string painted, string number) =>
        Assert.Equal(number, VehicleNumber.TryParse(painted, out var read) ? read.Value : null);

    [Theory]
    [InlineData("93 70 3740 021+8")]
    [InlineData("93 70 3740 021-8 5")]
    [InlineData("93 70 3740 021 GB-EIL")]
    [InlineData("GB-EIL")]
    [InlineData("")]
    public void No_vehicle_number_is_read_from_what_is_none(string text) =>
        Assert.False(VehicleNumber.TryParse(text, out _));

    [Theory]
    [InlineData("IMO 9126819")]
    [InlineData("IMO9126819")]
    [InlineData("9126819")]
    public void Ship_number_is_found_behind_its_words(string text) =>
        Assert.Equal("9126819", ShipNumber.TryParse(text, out var read) ? read.Value : null);

    [Theory]
    [InlineData("0000000")]
    [InlineData("IMO 9126819 of 2")]
    [InlineData("91268 19")]
    public void Other_digits_are_no_ship_number(string text) => Assert.False(ShipNumber.TryParse(text, out _));

    [Fact]
    public void Waybill_number_is_printed_with_its_hyphen()
    {
        Assert.True(AirWaybillNumber.TryParse("176 1234 5675", out var read));
        Assert.Equal(("17612345675", "176-12345675", "176"), (read.Value, read.ToString(), read.Airline));
    }

    [Fact]
    public void Station_code_takes_the_second_weights_where_the_first_leave_ten()
    {
        // 0 x 1 + 0 x 2 + 0 x 3 + 0 x 4 + 2 x 5 = 10; then 2 x 7 = 14, and 14 modulo 11 is 3.
        Assert.True(StationCode.TryParse("000023", out _));
        Assert.False(StationCode.TryParse("000020", out _));
    }

    [Theory]
    [InlineData("24548885")]
    [InlineData("2454 888-5")]
    public void Wagon_number_is_read(string text) =>
        Assert.Equal("24548885", WagonNumber.TryParse(text, out var read) ? read.Value : null);

    [Fact]
    public void Every_single_wrong_digit_is_caught()
    {
        ExpectCaught("24548885", text => WagonNumber.TryParse(text, out _));
        ExpectCaught("218015590845", text => VehicleNumber.TryParse(text, out _));
        ExpectCaught("2200715", text => NationalVehicleNumber.TryParse(text, out _));
        ExpectCaught("817600", text => StationCode.TryParse(text, out _));
    }

    private static void ExpectCaught(string number, Func<string, bool> isRead)
    {
        Assert.True(isRead(number), number);
        for (var i = 0; i < number.Length; i++)
            for (var digit = '0'; digit <= '9'; digit++)
            {
                var wrong = number[..i] + digit + number[(i + 1)..];
                Assert.True(wrong == number || !isRead(wrong), $"{wrong} was taken for a slip of {number}");
            }
    }
}
