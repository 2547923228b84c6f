using System.Globalization;
using TaxiFare;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

TaxiFareInput trip = new()
{
    VendorId = "CMT",
    RateCode = "1",
    PassengerCount = 1,
    TripTimeInSecs = 600,
    TripDistance = 2.5,
    PaymentType = "CRD",
};

Console.WriteLine($"TaxiFare {TaxiFareModel.Info.Version}, off by {TaxiFareModel.Info.Metrics["Mae"]:0.00} USD on average");
foreach (double miles in new[] { 1.0, 2.5, 5.0, 10.0 })
{
    TaxiFarePrediction prediction = TaxiFareModel.Predict(trip with { TripDistance = miles, TripTimeInSecs = (long)(240 * miles) });
    Console.WriteLine($"{miles,4:0.0} miles: {prediction.FareAmount,5:0.00} USD");
}
