using System.Globalization;
using Income;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

IncomeInput person = new()
{
    Age = 38,
    Workclass = "Private",
    Education = "Bachelors",
    EducationNum = 13,
    MaritalStatus = "Married-civ-spouse",
    Occupation = "Exec-managerial",
    CapitalGain = 0,
    CapitalLoss = 0,
    HoursPerWeek = 45,
    NativeCountry = null,
};

foreach (string education in new[] { "HS-grad", "Bachelors", "Masters" })
{
    IncomePrediction prediction = IncomeModel.Predict(person with { Education = education });
    Console.WriteLine($"{education,-9}  {prediction.Income,-5}  {prediction.Probability:0.00}");
}
