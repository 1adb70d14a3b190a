using HukouWorkflow.Core.Policies.Explaining;

namespace HukouWorkflow.Core.Tests.Policies.Explaining;

/// <summary>What is said of every criterion with every verdict, word by word; a remedy stands after the bar.</summary>
public sealed class CriterionSentencesTests
{
    [Theory]
    [InlineData(
        "residence met",
        "Residence: 5 years asked, complete since 1 March 2024.",
        "居住：要求的五年已于2024年3月1日届满。")]
    [InlineData(
        "residence ahead",
        "Residence: 4 years 312 days of 5 years; a gap of 33 days because the endorsement of 2024 came on 3 November. | As things stand it is met on 1 March 2028.",
        "居住：五年中已满4年312天；因2024年的签注于11月3日才办理，扣除33天。 | 按目前情况将于2028年3月1日满足。")]
    [InlineData(
        "residence recognised",
        "Residence: 2 years 70 days of 5 years; 365 days of it from other cities. | As things stand it is met on 1 March 2028.",
        "居住：五年中已满2年70天；其中365天为其他城市的年限。 | 按目前情况将于2028年3月1日满足。")]
    [InlineData(
        "residence halted",
        "Residence: 1 year 1 day of 5 years; the count has stood still since 1 October 2026, because the permit was not endorsed. | Have your permit endorsed, and the count goes on from that day. Still needed: 3 years 364 days of residence.",
        "居住：五年中已满1年1天；因居住证未签注，自2026年10月1日起停止计算。 | 请办理居住证签注，自签注之日起继续计算。尚需：居住3年364天。")]
    [InlineData(
        "residence away",
        "Residence: 1 year 1 day of 5 years; the count has stood still since 1 October 2026, because you have been away for longer than still counts. | Come back to the city, and the count goes on. Still needed: 3 years 364 days of residence.",
        "居住：五年中已满1年1天；因离开本市超过允许天数，自2026年10月1日起停止计算。 | 请返回本市，之后继续计算。尚需：居住3年364天。")]
    [InlineData(
        "residence left",
        "Residence: 1 year 1 day of 5 years; the count has stood still since 1 October 2026, because you live outside the city. | Move back into the city, and the count goes on. Still needed: 3 years 364 days of residence.",
        "居住：五年中已满1年1天；因在本市以外居住，自2026年10月1日起停止计算。 | 请迁回本市，之后继续计算。尚需：居住3年364天。")]
    [InlineData(
        "residence unknown",
        "Residence: how much is asked depends on the district, and yours is not known. | State since when you have lived in the city, and in which district.",
        "居住：要求的年限因区县而异，您所在的区县不明。 | 请申报您自何时起在本市居住，以及所在区县。")]
    [InlineData(
        "work met",
        "Work or business: 3 years asked, complete since 1 March 2024.",
        "务工经商：要求的三年已于2024年3月1日届满。")]
    [InlineData(
        "work ahead",
        "Work or business: 1 year 1 day of 3 years; a gap of one day on 1 January 2025 without such work. | As things stand it is met on 1 March 2028.",
        "务工经商：三年中已满1年1天；因没有此类务工经商，扣除2025年1月1日的1天。 | 按目前情况将于2028年3月1日满足。")]
    [InlineData(
        "work halted",
        "Work or business: 1 year of 3 years; the count has stood still since 1 January 2026, because no such work is stated from then on. | State the work you do now, and the count goes on. Still needed: 2 years of work or business.",
        "务工经商：三年中已满1年；因其后未申报此类务工经商，自2026年1月1日起停止计算。 | 请申报您现在的务工经商情况，之后继续计算。尚需：务工经商2年。")]
    [InlineData(
        "work none",
        "Work or business: 3 years asked, and none stated. | State your work or business, and your district.",
        "务工经商：要求满三年，尚未申报。 | 请申报您的务工经商情况和所在区县。")]
    [InlineData(
        "work unknown",
        "Work or business: how much is asked depends on the district, and yours is not known. | State your work or business, and your district.",
        "务工经商：要求的年限因区县而异，您所在的区县不明。 | 请申报您的务工经商情况和所在区县。")]
    [InlineData(
        "contract met",
        "Work: a contract agreed for at least 1 year is held since 1 March 2024.",
        "务工：自2024年3月1日起签有一年以上的劳动合同。")]
    [InlineData(
        "contract not met",
        "Work: a contract in force, agreed for at least 1 year, is asked; what you stated is none. | Still needed: a contract agreed for at least 1 year.",
        "务工：要求签有一年以上且有效的劳动合同，您申报的不属于此类。 | 尚需：签订一年以上的劳动合同。")]
    [InlineData(
        "contract unknown",
        "Work: a contract in force, agreed for at least 1 year, is asked; nothing is stated. | State your work or business, and your district.",
        "务工：要求签有一年以上且有效的劳动合同，尚未申报。 | 请申报您的务工经商情况和所在区县。")]
    [InlineData(
        "insurance met",
        "Social insurance: 2 years asked, complete since 1 March 2024.",
        "社会保险：要求的两年已于2024年3月1日届满。")]
    [InlineData(
        "insurance ahead",
        "Social insurance: 2 years of 4 years; a gap of 33 days from 30 December 2024 to 31 January 2025 without insurance. | As things stand it is met on 1 March 2028.",
        "社会保险：四年中已满2年；因未参保，扣除2024年12月30日至2025年1月31日的33天。 | 按目前情况将于2028年3月1日满足。")]
    [InlineData(
        "insurance halted",
        "Social insurance: 1 year 364 days of 4 years; the count has stood still since 1 January 2026, because no insurance is stated from then on. | Be insured again, and the count goes on. Still needed: 2 years 1 day of social insurance.",
        "社会保险：四年中已满1年364天；因其后未申报参保，自2026年1月1日起停止计算。 | 请恢复参保，之后继续计算。尚需：社会保险2年1天。")]
    [InlineData(
        "insurance none",
        "Social insurance: 1 year 6 months asked, and none stated. | State your social insurance, and your district.",
        "社会保险：要求满一年六个月，尚未申报。 | 请申报您的社会保险情况和所在区县。")]
    [InlineData(
        "insurance unknown",
        "Social insurance: how much is asked depends on the district, and yours is not known. | State your social insurance, and your district.",
        "社会保险：要求的年限因区县而异，您所在的区县不明。 | 请申报您的社会保险情况和所在区县。")]
    [InlineData(
        "tax met",
        "Tax: 60,000 yuan paid, and 50,000 yuan asked in one year.",
        "纳税：要求一年内50,000元，已达60,000元。")]
    [InlineData(
        "tax not met",
        "Tax: at most 30,000 yuan so far, and 50,000 yuan asked in one year. | Still needed: 20,000 yuan more of tax in one year.",
        "纳税：要求一年内50,000元，目前最多为30,000元。 | 尚需：一年内再纳税20,000元。")]
    [InlineData(
        "tax over years",
        "Tax: at most 30,000.5 yuan so far, and 50,000 yuan asked over 3 years. | Still needed: 19,999.5 yuan more of tax within 3 years.",
        "纳税：要求3年内50,000元，目前最多为30,000.5元。 | 尚需：3年内再纳税19,999.5元。")]
    [InlineData(
        "tax ahead",
        "Tax: at most 60,000 yuan so far, and 50,000 yuan asked in one year. | As things stand it is met on 1 January 2027.",
        "纳税：要求一年内50,000元，目前最多为60,000元。 | 按目前情况将于2027年1月1日满足。")]
    [InlineData(
        "tax unknown",
        "Tax: 50,000 yuan asked over 3 years; nothing is stated. | State the tax paid, year by year, and your district.",
        "纳税：要求3年内50,000元，尚未申报。 | 请逐年申报纳税额和所在区县。")]
    [InlineData(
        "dwelling met",
        "Dwelling: a home of one's own or a leased home, since 1 March 2024.",
        "住所：自有住房或租赁住房，自2024年3月1日起。")]
    [InlineData(
        "dwelling not met",
        "Dwelling: asked is a home of one's own or a leased home; what you stated is not that. | Still needed: a home of one's own or a leased home.",
        "住所：要求为自有住房或租赁住房，您申报的不属于此类。 | 尚需：自有住房或租赁住房。")]
    [InlineData(
        "dwelling unknown",
        "Dwelling: asked is a home of one's own or a leased home; nothing is stated. | State your dwelling, and your district.",
        "住所：要求为自有住房或租赁住房，尚未申报。 | 请申报您的住所和所在区县。")]
    [InlineData(
        "dwelling for a time met",
        "Dwelling: 1 year asked, complete since 1 March 2024.",
        "住所：要求的一年已于2024年3月1日届满。")]
    [InlineData(
        "dwelling for a time ahead",
        "Dwelling: 30 days of 2 years; a gap of 31 days from 1 January to 31 January 2026 without such a dwelling. | As things stand it is met on 1 March 2028.",
        "住所：两年中已满30天；因没有此类住所，扣除2026年1月1日至1月31日的31天。 | 按目前情况将于2028年3月1日满足。")]
    [InlineData(
        "dwelling for a time halted",
        "Dwelling: 30 days of 2 years; the count has stood still since 1 January 2026, because no such dwelling is stated from then on. | State where you live now, and the count goes on if it is a dwelling that counts. Still needed: 1 year 335 days of the dwelling.",
        "住所：两年中已满30天；因其后未申报此类住所，自2026年1月1日起停止计算。 | 请申报您现在的住所，如符合要求则继续计算。尚需：住所1年335天。")]
    [InlineData(
        "dwelling for a time unknown",
        "Dwelling: 2 years asked, and none of the kinds that count stated. | State your dwelling, and your district.",
        "住所：要求满两年，尚未申报符合要求的住所。 | 请申报您的住所和所在区县。")]
    [InlineData(
        "investment met",
        "Investment: an enterprise invested in, since 1 March 2024.",
        "投资：自2024年3月1日起投资兴办企业。")]
    [InlineData(
        "investment not met",
        "Investment: asked is an enterprise invested in; what you stated is none. | Still needed: an enterprise invested in.",
        "投资：要求投资兴办企业，您申报的不属于此类。 | 尚需：投资兴办企业。")]
    [InlineData(
        "investment unknown",
        "Investment: asked is an enterprise invested in; nothing is stated. | State the enterprise you invested in, and since when.",
        "投资：要求投资兴办企业，尚未申报。 | 请申报您投资的企业及起始时间。")]
    [InlineData(
        "investment for a time ahead",
        "Investment: 30 days of 1 year. | As things stand it is met on 1 March 2028.",
        "投资：一年中已满30天。 | 按目前情况将于2028年3月1日满足。")]
    [InlineData(
        "age met",
        "Age: at least 18 and at most 45 years old; born in 1992.",
        "年龄：满18周岁且不超过45周岁；1992年出生。")]
    [InlineData(
        "age too young",
        "Age: asked is at least 18 and at most 45 years old; born in 2010, so this does not hold today. | As things stand it is met on 1 January 2028.",
        "年龄：要求满18周岁且不超过45周岁；2010年出生，目前不符合。 | 按目前情况将于2028年1月1日满足。")]
    [InlineData(
        "age too old",
        "Age: asked is at least 18 and at most 45 years old; born in 1960, so this does not hold today. | This will not be met by waiting; look at the other routes.",
        "年龄：要求满18周岁且不超过45周岁；1960年出生，目前不符合。 | 此项不会随时间推移而满足，请考虑其他途径。")]
    [InlineData(
        "age unknown",
        "Age: asked is at most 45 years old; the year of birth is not stated. | State the year of your birth.",
        "年龄：要求不超过45周岁；尚未申报出生年份。 | 请申报您的出生年份。")]
    [InlineData(
        "study met",
        "Schooling: 1 year asked, complete since 1 March 2024.",
        "就读：要求的一年已于2024年3月1日届满。")]
    [InlineData(
        "study ahead",
        "Schooling: 1 day of 2 years; a gap of 62 days from 1 July to 31 August 2026 without schooling. | As things stand it is met on 1 March 2028.",
        "就读：两年中已满1天；因未就读，扣除2026年7月1日至8月31日的62天。 | 按目前情况将于2028年3月1日满足。")]
    [InlineData(
        "study halted",
        "Schooling: 100 days of 2 years; the count has stood still since 1 July 2026, because no schooling is stated from then on. | State the school you are at now, and the count goes on. Still needed: 1 year 266 days of schooling.",
        "就读：两年中已满100天；因其后未申报就读，自2026年7月1日起停止计算。 | 请申报您现在就读的学校，之后继续计算。尚需：就读1年266天。")]
    [InlineData(
        "study unknown",
        "Schooling: 1 year asked, and none stated. | State your schooling.",
        "就读：要求满一年，尚未申报。 | 请申报您的就读情况。")]
    [InlineData(
        "qualification met",
        "Qualification: a bachelor's degree, since 1 March 2024.",
        "学历或职称：学士学位，自2024年3月1日起。")]
    [InlineData(
        "qualification not met",
        "Qualification: asked is a bachelor's degree, a master's degree or the grade of technician; what you stated is not that. | Still needed: a bachelor's degree, a master's degree or the grade of technician.",
        "学历或职称：要求学士学位、硕士学位或技师等级，您申报的不属于此类。 | 尚需：学士学位、硕士学位或技师等级。")]
    [InlineData(
        "qualification unknown",
        "Qualification: asked is a bachelor's degree, a master's degree or the grade of technician; nothing is stated. | State your degrees, titles and grades.",
        "学历或职称：要求学士学位、硕士学位或技师等级，尚未申报。 | 请申报您的学历、职称和技能等级。")]
    [InlineData(
        "points met",
        "Points: 101.5 points, and 100 are asked.",
        "积分：101.5分，要求100分。")]
    [InlineData(
        "points not met",
        "Points: 99 points so far, and 100 are asked. | Still needed: one more point.",
        "积分：目前99分，要求100分。 | 尚需：1分。")]
    [InlineData(
        "points ahead",
        "Points: one point so far, and 100 are asked. | As things stand it is met on 1 March 2028.",
        "积分：目前1分，要求100分。 | 按目前情况将于2028年3月1日满足。")]
    [InlineData(
        "points unknown",
        "Points: not enough is stated to reckon whether the one point asked is reached. | State what earns points: insurance, residence, degrees and the rest.",
        "积分：申报的内容不足以判断是否达到要求的1分。 | 请申报可积分的内容：参保、居住、学历等。")]
    [InlineData(
        "entry met",
        "Degree: 26 points, of at most 37.",
        "学历：26分（最高37分）。")]
    [InlineData(
        "entry not met",
        "Degree: 0 points so far.",
        "学历：目前0分。")]
    [InlineData(
        "entry unknown",
        "Degree: nothing is stated, so 0 points so far. | State what earns points: insurance, residence, degrees and the rest.",
        "学历：尚未申报，目前0分。 | 请申报可积分的内容：参保、居住、学历等。")]
    [InlineData(
        "permit met",
        "Residence permit: held, and in force since 1 March 2024.",
        "居住证：持有，自2024年3月1日起有效。")]
    [InlineData(
        "permit not met",
        "Residence permit: one in force is asked; none is stated, or it has lapsed. | Have a residence permit issued, or the one you have endorsed.",
        "居住证：要求持有有效的居住证，尚未申报或已中止使用。 | 请办理居住证，或办理签注。")]
    [InlineData(
        "permit unknown",
        "Residence permit: one in force is asked; nothing is stated. | State your residence permit and its endorsements.",
        "居住证：要求持有有效的居住证，尚未申报。 | 请申报您的居住证及其签注。")]
    [InlineData(
        "permit for a time met",
        "Residence permit: held for the time asked (7 years) since 1 March 2024.",
        "居住证：要求持有的七年已于2024年3月1日届满。")]
    [InlineData(
        "permit for a time ahead",
        "Residence permit: held for 6 years 1 day of 7 years. | As things stand it is met on 1 March 2028.",
        "居住证：七年中已持有6年1天。 | 按目前情况将于2028年3月1日满足。")]
    [InlineData(
        "permit for a time lapsed",
        "Residence permit: held for 5 years 364 days of 7 years; the count has stood still since 1 October 2026, because the permit was not endorsed. | Have your permit endorsed, and the count goes on from that day. Still needed: 1 year 1 day of the residence permit.",
        "居住证：七年中已持有5年364天；因居住证未签注，自2026年10月1日起停止计算。 | 请办理居住证签注，自签注之日起继续计算。尚需：居住证1年1天。")]
    [InlineData(
        "noRecord met",
        "No criminal record: you declared that you have none.",
        "无犯罪记录：您已声明没有犯罪记录。")]
    [InlineData(
        "noRecord not met",
        "No criminal record: the declaration does not hold yet. | Declare that you have no criminal record, if that is so.",
        "无犯罪记录：声明尚未生效。 | 如您没有犯罪记录，请作出声明。")]
    [InlineData(
        "noRecord unknown",
        "No criminal record: you have not declared that you have none. | Declare that you have no criminal record, if that is so.",
        "无犯罪记录：您尚未声明没有犯罪记录。 | 如您没有犯罪记录，请作出声明。")]
    [InlineData(
        "family met",
        "Family in the city: husband or wife, registered here since 1 March 2024.",
        "本市亲属：配偶，自2024年3月1日起在本市落户。")]
    [InlineData(
        "family not met",
        "Family in the city: asked is husband or wife or child registered here; whom you stated is not. | Still needed: husband or wife or child registered in the city.",
        "本市亲属：要求配偶或子女已在本市落户，您申报的不属于此类。 | 尚需：配偶或子女在本市落户。")]
    [InlineData(
        "family unknown",
        "Family in the city: asked is husband or wife or child registered here; nobody is stated. | State your relatives who are registered in the city, and since when.",
        "本市亲属：要求配偶或子女已在本市落户，尚未申报。 | 请申报您在本市落户的亲属及其落户时间。")]
    [InlineData(
        "family for a time met",
        "Family in the city: 1 year asked, complete since 1 March 2025.",
        "本市亲属：要求的一年已于2025年3月1日届满。")]
    [InlineData(
        "family for a time ahead",
        "Family in the city: 2 years 267 days of 5 years. | As things stand it is met on 1 March 2029.",
        "本市亲属：五年中已满2年267天。 | 按目前情况将于2029年3月1日满足。")]
    [InlineData(
        "family for a time unknown",
        "Family in the city: somebody registered here for 5 years is asked, and nobody is stated. | State your relatives who are registered in the city, and since when.",
        "本市亲属：要求亲属在本市落户满五年，尚未申报。 | 请申报您在本市落户的亲属及其落户时间。")]
    [InlineData(
        "all met",
        "All of the following are asked, and all are met.",
        "要求以下各项全部满足，现已全部满足。")]
    [InlineData(
        "all not met",
        "All of the following are asked, and not all are met.",
        "要求以下各项全部满足，现未全部满足。")]
    [InlineData(
        "all unknown",
        "All of the following are asked, and for some too little is stated.",
        "要求以下各项全部满足，其中有的申报不足。")]
    [InlineData(
        "any met",
        "One of the following is enough, and one is met.",
        "以下各项满足一项即可，现已有一项满足。")]
    [InlineData(
        "any not met",
        "One of the following is enough, and none is met yet.",
        "以下各项满足一项即可，现均未满足。")]
    [InlineData(
        "any unknown",
        "One of the following is enough, and for some too little is stated.",
        "以下各项满足一项即可，其中有的申报不足。")]
    [InlineData(
        "atLeast met",
        "At least 2 of the following are asked, and 3 are met.",
        "要求满足以下至少2项，现已满足3项。")]
    [InlineData(
        "atLeast not met",
        "At least 2 of the following are asked, and one is met.",
        "要求满足以下至少2项，现满足1项。")]
    [InlineData(
        "atLeast unknown",
        "At least 2 of the following are asked; 0 are met, and for some too little is stated.",
        "要求满足以下至少2项，现满足0项，其中有的申报不足。")]
    [InlineData(
        "annualQuota met",
        "Yearly places: one was given to you. In the ranking of 2026 you stood at 12, with 101.5 points. 6,000 places are given a year.",
        "年度名额：已获得。在2026年的排名中列第12位，积101.5分。每年名额为6,000个。")]
    [InlineData(
        "annualQuota not met",
        "Yearly places: none has been given to you yet. Your points are kept for the next ranking. 6,000 places are given a year. | Wait for the ranking; nothing more is asked of you.",
        "年度名额：尚未获得。您的积分保留到下一次排名。每年名额为6,000个。 | 请等待排名，您无须再做什么。")]
    [InlineData(
        "annualQuota unknown",
        "Yearly places: nothing is known about the ranking yet. | Wait for the ranking; nothing more is asked of you.",
        "年度名额：排名情况尚不清楚。 | 请等待排名，您无须再做什么。")]
    [InlineData(
        "gaps no more than told",
        "Social insurance: 2 years 170 days of 7 years; a gap of 31 days from 1 May to 31 May 2020 without insurance; a gap of 31 days from 1 May to 31 May 2021 without insurance; a gap of 31 days from 1 May to 31 May 2022 without insurance. | As things stand it is met on 1 March 2028.",
        "社会保险：七年中已满2年170天；因未参保，扣除2020年5月1日至5月31日的31天；因未参保，扣除2021年5月1日至5月31日的31天；因未参保，扣除2022年5月1日至5月31日的31天。 | 按目前情况将于2028年3月1日满足。")]
    [InlineData(
        "gaps summed up",
        "Social insurance: 2 years 170 days of 7 years; a gap of 31 days from 1 May to 31 May 2020 without insurance; a gap of 31 days from 1 May to 31 May 2021 without insurance; a gap of 31 days from 1 May to 31 May 2022 without insurance; and one more gap of 31 days. | As things stand it is met on 1 March 2028.",
        "社会保险：七年中已满2年170天；因未参保，扣除2020年5月1日至5月31日的31天；因未参保，扣除2021年5月1日至5月31日的31天；因未参保，扣除2022年5月1日至5月31日的31天；另有1段共扣除31天。 | 按目前情况将于2028年3月1日满足。")]
    [InlineData(
        "gaps summed up but for the last",
        "Social insurance: 2 years 169 days of 7 years; a gap of 31 days from 1 May to 31 May 2020 without insurance; a gap of 31 days from 1 May to 31 May 2021 without insurance; and 3 more gaps of 93 days; the count has stood still since 1 January 2026, because no insurance is stated from then on. | Be insured again, and the count goes on. Still needed: 4 years 196 days of social insurance.",
        "社会保险：七年中已满2年169天；因未参保，扣除2020年5月1日至5月31日的31天；因未参保，扣除2021年5月1日至5月31日的31天；另有3段共扣除93天；因其后未申报参保，自2026年1月1日起停止计算。 | 请恢复参保，之后继续计算。尚需：社会保险4年196天。")]
    [InlineData(
        "gap of a lapse cut short",
        "Residence: 2 years 170 days of 5 years; a gap of 10 days from 1 October to 10 October 2024 because the permit was not endorsed; a gap of 10 days from 11 October to 20 October 2024 because you lived outside the city. | As things stand it is met on 1 March 2028.",
        "居住：五年中已满2年170天；因居住证未签注，扣除2024年10月1日至10月10日的10天；因在本市以外居住，扣除2024年10月11日至10月20日的10天。 | 按目前情况将于2028年3月1日满足。")]
    [InlineData(
        "gap over two years",
        "Residence: 2 years 170 days of 5 years; a gap of 517 days because the endorsement of 2022 came on 1 March 2024. | As things stand it is met on 1 March 2028.",
        "居住：五年中已满2年170天；因2022年的签注于2024年3月1日才办理，扣除517天。 | 按目前情况将于2028年3月1日满足。")]
    [InlineData(
        "gap of a restart",
        "Residence: 2 years 170 days of 5 years; the time from 1 October 2021 to 30 September 2023 is lost, because the count began again after a late endorsement; a gap of one day because the endorsement of 2023 came on 2 October. | As things stand it is met on 1 March 2028.",
        "居住：五年中已满2年170天；因逾期签注须重新计算，2021年10月1日至2023年9月30日不再计入；因2023年的签注于10月2日才办理，扣除1天。 | 按目前情况将于2028年3月1日满足。")]
    [InlineData(
        "gap of an absence",
        "Residence: 2 years 170 days of 5 years; a gap of 2 days from 1 October to 2 October 2024 because you were away for longer than still counts. | As things stand it is met on 1 March 2028.",
        "居住：五年中已满2年170天；因离开本市超过允许天数，扣除2024年10月1日至10月2日的2天。 | 按目前情况将于2028年3月1日满足。")]
    [InlineData(
        "gap after completion",
        "Social insurance: 2 years asked, complete since 1 March 2024.",
        "社会保险：要求的两年已于2024年3月1日届满。")]
    public void Given_a_finding_When_told_Then_it_reads_word_by_word_in_both_languages(string name, string english, string chinese)
    {
        var finding = CriterionCases.All[name];

        Assert.Equal(english, Found.Said(finding, Language.English));
        Assert.Equal(chinese, Found.Said(finding, Language.Chinese));
    }
}
