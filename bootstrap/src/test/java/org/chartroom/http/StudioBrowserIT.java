package org.chartroom.http;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.chartroom.bootstrap.TestServer;
import org.chartroom.bootstrap.demo.DemoClinic;
import org.chartroom.bootstrap.demo.DemoSeed;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The studio as somebody at a desk, and somebody with a phone, has it. Beside other classes; among themselves these tests
 * take their turn, as they share a browser.
 */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("browser")
class StudioBrowserIT {

    private static final String DATABASE = "http_studio_browser";

    private static final Optional<Browser> BROWSER = Browser.find();

    private static final Api CLINIC = Api.patient(DATABASE, "--chartroom.studio.enabled=true");

    private static final String LARGE = "big@chartroom.example";

    @BeforeAll
    static void aLargeClinicBesideTheDemo() {
        assumeTrue(BROWSER.isPresent());
        TestServer.admin(DATABASE).sql("""
                insert into clinic.provider (id, email, password_hash, first_name, last_name)
                select '00000000-0000-4000-8000-00000000b160', 'big@chartroom.example', p.password_hash, 'Bo', 'Large'
                  from clinic.provider p
                 where p.email = 'demo@chartroom.example'
                """).update();
        // whose they are, and nothing else that the triggers keep: it takes longer than all that is looked at
        TestServer.admin(DATABASE).sql("""
                alter table clinic.patient disable trigger user, enable trigger patient_care_team;
                insert into clinic.patient (provider_id, first_name, last_name, date_of_birth, sex, phone, city)
                select '00000000-0000-4000-8000-00000000b160', 'A' || n % 97, 'N' || lpad(n::text, 6, '0'),
                       date '1950-01-01' + n % 20000, 'female', case when n % 3 > 0 then '+1555' || n end, 'Town ' || n % 50
                  from generate_series(1, 100000) n;
                alter table clinic.patient enable trigger user;
                """).update();
        TestServer.admin(DATABASE).sql("analyze").update();
    }

    @AfterAll
    static void close() {
        BROWSER.ifPresent(Browser::close);
        CLINIC.stop();
    }

    @AfterEach
    void nothingWentWrongInTheBrowser() {
        BROWSER.ifPresent(Browser::closeWindows);
        assertThat(BROWSER.map(Browser::wrong).orElse(List.of())).isEmpty();
    }

    @Test
    void whoeverSignsInComesToThePageThatWasWantedAndOutAgain() {
        var page = window();

        page.navigate("/studio/tables/allergy?sort=patient_id");
        page.getByLabel("E-mail address").fill(DemoClinic.EMAIL.value());
        page.getByLabel("Password").fill("not this one");
        press(page, "Sign in");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("No account is open");
        page.getByLabel("E-mail address").fill(DemoClinic.EMAIL.value());
        page.getByLabel("Password").fill(DemoSeed.KNOWN_PASSWORD.value());
        press(page, "Sign in");

        assertThat(page).hasURL(Pattern.compile(".*/studio/tables/allergy\\?sort=patient_id"));
        press(page, "Sign out");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("signed out");
        page.navigate("/studio");
        assertThat(page).hasURL(Pattern.compile(".*/studio/sign-in"));
    }

    @Test
    void theMapShowsNineTablesAndNineRelationships() {
        var page = signedIn();

        page.navigate("/studio");

        assertThat(page.locator("svg a.box")).hasCount(9);
        assertThat(page.locator("svg g.line")).hasCount(9);
        assertThat(page.locator("table.relationships tbody tr").allInnerTexts())
                .containsExactlyInAnyOrder(
                        "provider\tpatient\tprovider_id\tone to many\trestrict",
                        "provider\tappointment\tprovider_id\tone to many\trestrict",
                        "patient\tallergy\tpatient_id\tone to many\tcascade",
                        "patient\tchronic_condition\tpatient_id\tone to many\tcascade",
                        "patient\tappointment\tpatient_id\tone to many\tcascade",
                        "appointment\tmedical_record\tappointment_id\tone to one\tcascade",
                        "appointment\tvital_signs\tappointment_id\tone to one\tcascade",
                        "medical_record\tsymptom\tmedical_record_id\tone to many\tcascade",
                        "medical_record\tprescription\tmedical_record_id\tone to many\tcascade");
        assertThat(page.locator("#count-patient")).hasText("5 rows");
        assertThat(linesThatCrossABox(page)).isEmpty();
        page.locator("svg a.box[data-table=patient]").focus();
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*/studio/tables/patient"));
    }

    /** By the geometry that the browser has: no line between two tables runs through a third. */
    private static List<?> linesThatCrossABox(Page page) {
        return (List<?>) page.evaluate("""
                () => {
                  const boxes = [...document.querySelectorAll('svg a.box > g')].map(box => {
                    const at = box.transform.baseVal.consolidate().matrix;
                    const frame = box.querySelector('.frame').getBBox();
                    return {x: at.e, y: at.f, width: frame.width, height: frame.height};
                  });
                  const inside = (point, box) => point.x > box.x + 1 && point.x < box.x + box.width - 1
                      && point.y > box.y + 1 && point.y < box.y + box.height - 1;
                  return [...document.querySelectorAll('svg .line .way')].filter(way => {
                    const length = way.getTotalLength();
                    for (let at = 0; at <= length; at += 2)
                      if (boxes.some(box => inside(way.getPointAtLength(at), box))) return true;
                    return false;
                  }).map(way => way.getAttribute('d'));
                }
                """);
    }

    @Test
    void fromAPatientToAPrescriptionAndBackByForeignKeys() {
        var page = signedIn();

        page.navigate("/studio/tables/patient");
        page.locator("td a.id").first().click();
        assertThat(page.locator(".pointers li")).hasCount(3);
        page.locator(".pointers a", containing("Appointments")).click();
        page.locator("tr", containing("Completed")).first().locator("a.id").click();
        page.locator(".pointers a", containing("Medical records")).click();
        page.locator("td a.id").first().click();
        page.locator(".pointers a", containing("Prescriptions")).click();
        page.locator("td a.id").first().click();
        assertThat(page.getByRole(AriaRole.HEADING, heading(1))).hasText("Prescription");
        page.locator("dd a.reference").click();
        assertThat(page.getByRole(AriaRole.HEADING, heading(1))).hasText("Medical record");
        page.locator("dd a.reference").click();
        assertThat(page.getByRole(AriaRole.HEADING, heading(1))).hasText("Appointment");
        page.locator("dd a.reference").first().click();
        assertThat(page).hasURL(Pattern.compile(".*/studio/tables/patient/[0-9a-f-]+"));

        page.goBack();
        assertThat(page.getByRole(AriaRole.HEADING, heading(1))).hasText("Appointment");
        page.goForward();
        page.getByRole(AriaRole.LINK, named("Read the chart")).click();
        assertThat(page).hasURL(Pattern.compile(".*/chart"));
        assertThat(page.locator("section.allergies li").first()).isVisible();
    }

    @Test
    void aHundredThousandPatientsAreSortedFilteredAndPagedThrough() {
        var page = signedIn(LARGE);

        page.navigate("/studio/tables/patient?limit=200");
        for (var pages = 1; pages < 25; pages++) {
            page.locator("a[rel=next]").click();
            assertThat(page.locator(".range")).hasText("Rows %,d–%,d".formatted(pages * 200 + 1, (pages + 1) * 200));
        }
        assertThat(page.locator("tbody tr").last()).containsText("N005000");
        var shared = page.url();
        page.locator("a[rel=prev]").click();
        assertThat(page.locator("tbody tr").last()).containsText("N004800");
        page.navigate(shared);
        assertThat(page.locator("tbody tr").last()).containsText("N005000");

        page.getByRole(AriaRole.LINK, named("last_name")).click();
        assertThat(page.locator("th[aria-sort]")).hasAttribute("aria-sort", "descending");
        assertThat(page.locator("tbody tr").first()).containsText("N100000");

        page.getByLabel("Column", exactly()).selectOption("city");
        page.getByLabel("Comparison").selectOption("starts_with");
        page.getByLabel("Value").fill("town 4");
        press(page, "Filter");
        assertThat(page.locator(".chips")).containsText("city starts with town 4");
        assertThat(page.locator("tbody tr").first()).containsText("Town 4");
        page.getByLabel("Column", exactly()).selectOption("phone");
        page.getByLabel("Comparison").selectOption("is_empty");
        press(page, "Filter");
        assertThat(page.locator(".chips li")).hasCount(2);
        assertThat(page).hasURL(Pattern.compile(".*filter=city.starts_with.*filter=phone.is_empty.*"));
        page.goBack();
        assertThat(page.locator(".chips li")).hasCount(1);
        page.locator(".chips a").click();
        assertThat(page.locator(".chips li")).hasCount(0);
    }

    @Test
    void columnsAreHiddenAndStayAsWideAsTheyWereDrawn() {
        var page = signedIn();

        page.navigate("/studio/tables/patient");
        page.locator("details.columns summary").click();
        page.getByLabel("notes", exactly()).uncheck();
        press(page, "Show these");
        assertThat(page).hasURL(Pattern.compile(".*hide=notes.*"));
        assertThat(page.locator("th[data-column=notes]")).hasCount(0);
        page.locator("th[data-column=first_name] .width").evaluate("width => width.style.width = '222px'");
        page.waitForFunction("() => localStorage.length > 0");
        page.reload();

        assertThat(page.locator("th[data-column=first_name] .width")).hasCSS("width", "222px");
        assertThat((String) page.evaluate("() => JSON.stringify(localStorage)")).doesNotContain("Nguyễn", "Schäfer");
    }

    @Test
    void anotherProvidersPatientIsNotFound() {
        var theirs = TestServer.admin(DATABASE)
                .sql("select id from clinic.patient where last_name = 'N000007'")
                .query(String.class)
                .single();
        var page = signedIn();

        for (var path : List.of("/studio/tables/patient/" + theirs, "/studio/patients/" + theirs + "/chart")) {
            page.navigate(path);
            assertThat(page.getByRole(AriaRole.HEADING, heading(1))).hasText("Not found");
        }
    }

    @Test
    void whateverIsWrittenIsShownAsText() {
        var written = "<script>document.title = 'stolen'</script> <b>bold</b> שלום 👩‍⚕️ & \"quotes\"";
        var body = Api.minimalPatient().put("notes", written);
        var patient = CLINIC.post("/api/patients", body).id();
        var page = signedIn();

        try {
            page.navigate("/studio/tables/patient/" + patient);
            assertThat(page.locator(".whole")).hasText(written);
            page.navigate("/studio/patients/" + patient + "/chart");
            assertThat(page.locator("main")).containsText(written);
            assertThat(page).hasTitle("Chart · Chartroom Studio");
        } finally {
            var version = CLINIC.get("/api/patients/" + patient).header("ETag");
            CLINIC.delete("/api/patients/" + patient, version);
        }
    }

    @Test
    void hiddenNamesAndTextsAreOnNoPage() {
        var page = signedIn();
        var texts = textsOfPatients();
        var pages = pagesOfPatients(page);
        assertThat(texts).hasSizeGreaterThan(100);
        assertThat(pages.stream().flatMap(path -> shown(page, path, texts)))
                .as("while they are not hidden")
                .hasSizeGreaterThan(100);

        page.navigate("/studio/tables/patient?filter=last_name.equals.Nguy%E1%BB%85n");
        press(page, "Hide names");
        assertThat(page.locator(".banner.veiled")).isVisible();
        assertThat(page).hasURL(Pattern.compile(".*/studio/tables/patient"));

        for (var path : pages) {
            assertThat(shown(page, path, texts)).as(path).isEmpty();
            assertThat(page.content()).as(path).contains("•••");
        }
        press(page, "Show names");
        assertThat(page.locator(".banner.veiled")).hasCount(0);
    }

    private static Stream<String> shown(Page page, String path, List<String> texts) {
        page.navigate(path);
        var content = page.content();
        return texts.stream().filter(content::contains);
    }

    /** Whatever somebody wrote, long enough to be nothing else of a page. */
    private static List<String> textsOfPatients() {
        return TestServer.admin(DATABASE)
                .sql("""
                        select distinct f.value
                          from (select to_jsonb(t) as row from clinic.patient t
                                 where t.provider_id <> '00000000-0000-4000-8000-00000000b160'
                                union all select to_jsonb(t) from clinic.allergy t
                                union all select to_jsonb(t) from clinic.chronic_condition t
                                union all select to_jsonb(t) from clinic.appointment t
                                union all select to_jsonb(t) from clinic.medical_record t
                                union all select to_jsonb(t) from clinic.symptom t
                                union all select to_jsonb(t) from clinic.prescription t) r
                         cross join lateral jsonb_each_text(r.row) f
                         where length(f.value) > 5
                           and f.key not like '%id'
                           and f.key not in ('created_at', 'updated_at', 'appointment_date', 'diagnosed_date', 'status',
                                             'appointment_type', 'severity', 'sex', 'ai_generated')
                        """)
                .query((row, _) -> Objects.requireNonNull(row.getString("value")))
                .list();
    }

    /** Every table of theirs, a row of each, and a chart. */
    private static List<String> pagesOfPatients(Page page) {
        var pages = new ArrayList<String>();
        for (var table : List.of(
                "patient",
                "allergy",
                "chronic_condition",
                "appointment",
                "medical_record",
                "symptom",
                "prescription")) {
            page.navigate("/studio/tables/" + table);
            pages.add("/studio/tables/" + table);
            pages.add(page.locator("td a.id").first().getAttribute("href"));
        }
        pages.add(chartOf(page, "Sch"));
        return pages;
    }

    @Test
    void aChartIsReadAsAClinicianReadsIt() {
        var patient = CLINIC.newPatient();
        var visit = CLINIC.newVisit(patient);
        var record = CLINIC.putFirst("/api/appointments/" + visit + "/record", """
                {"chiefComplaint": "Cough", "subjective": "S", "objective": "O", "assessment": "A", "plan": "P",
                 "aiTranscript": "[patient] I was cold all night.",
                 "symptoms": [{"name": "Fever", "severity": 7, "aiGenerated": true}],
                 "prescriptions": [{"medication": "Amoxicillin", "dosage": "500 mg", "frequency": "3 times a day",
                                    "duration": "7 days", "refills": 0, "aiGenerated": true}]}
                """);
        CLINIC.putFirst("/api/appointments/" + visit + "/vital-signs", "{\"heartRate\": 150}");
        var proposal = CLINIC.post("/api/records/" + record.id() + "/proposals", """
                {"engine": {"name": "Scribe", "version": "1"},
                 "proposals": [{"content": {"symptom": {"name": "Chills", "severity": 9}},
                                "evidence": [{"start": 10, "end": 30, "quote": "I was cold all night"}]}]}
                """)
                .json()
                .at("/items/0/id")
                .stringValue();
        CLINIC.put("/api/records/" + record.id() + "/proposals/" + proposal, "{\"decision\": \"accepted\"}");
        for (var severity : List.of("mild", "life_threatening"))
            CLINIC.post("/api/patients/" + patient + "/allergies", """
                    {"allergen": "Latex %s", "severity": "%s"}
                    """.formatted(severity, severity));
        CLINIC.post(
                "/api/records/" + record.id() + "/signature",
                "{\"password\": \"" + DemoSeed.KNOWN_PASSWORD.value() + "\"}");
        CLINIC.post("/api/records/" + record.id() + "/addenda", "{\"text\": \"No fever since noon.\"}");
        var page = signedIn();

        page.navigate("/studio/patients/" + patient + "/chart");

        assertThat(page.locator(".allergies li").first()).containsText("Latex life_threatening");
        assertThat(page.locator(".soap dt"))
                .hasText(new String[] {"S Subjective", "O Objective", "A Assessment", "P Plan"});
        assertThat(page.locator(".items li .ai")).hasCount(3);
        assertThat(page.locator(".items")).containsText(new String[] {"Fever", "Amoxicillin"});
        assertThat(page.locator(".source")).hasCount(1);
        assertThat(page.locator(".source q")).hasText("I was cold all night");
        assertThat(page.locator(".source")).containsText("accepted by Demo, Dr.");
        assertThat(page.locator(".source .doubtful")).isVisible();
        assertThat(page.locator(".measured")).containsText("150/min");
        assertThat(page.locator(".trends .band")).hasCount(1);
        assertThat(page.locator(".trends circle.dot.unusual")).hasCount(1);
        assertThat(page.locator(".trends svg"))
                .hasAttribute("aria-label", Pattern.compile("Heart rate.*150 .*unusual"));
        assertThat(page.locator(".signed li").first()).containsText("Signed by Dr. Demo");
        assertThat(page.locator(".signed li").last()).containsText("No fever since noon.");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator(".top")).isHidden();
        assertThat(page.locator(".allergies")).isVisible();
        var version = CLINIC.get("/api/patients/" + patient).header("ETag");
        CLINIC.delete("/api/patients/" + patient + "?confirmSigned=true", version);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            map,       light, 1280
            map,       dark,  1280
            map,       light,  390
            table,     light, 1280
            table,     dark,  1280
            table,     light,  390
            row,       light, 1280
            row,       dark,  1280
            row,       light,  390
            chart,     light, 1280
            chart,     dark,  1280
            chart,     light,  390
            plans,     light, 1280
            plans,     dark,  1280
            plans,     light,  390
            sign-in,   light, 1280
            sign-in,   dark,  1280
            not-found, light, 1280
            """)
    void everybodyCanReadThePage(String name, String scheme, int width) {
        var page = browser()
                .open(
                        CLINIC.port(),
                        width,
                        width < 800 ? 844 : 900,
                        ColorScheme.valueOf(scheme.toUpperCase(Locale.ROOT)));
        if (!name.equals("sign-in")) Browser.signIn(page, DemoClinic.EMAIL.value(), DemoSeed.KNOWN_PASSWORD.value());

        page.navigate(
                switch (name) {
                    case "map" -> "/studio";
                    case "table" -> "/studio/tables/appointment?filter=status.equals.completed";
                    case "row" ->
                        chartOf(page, "Sch")
                                .replace("/patients/", "/tables/patient/")
                                .replace("/chart", "");
                    case "chart" -> chartOf(page, "Sch");
                    case "plans" -> "/studio/plans";
                    case "sign-in" -> "/studio/sign-in";
                    default -> "/studio/nothing";
                });
        if (name.equals("map")) assertThat(page.locator("#count-patient")).hasText("5 rows");

        Browser.screenshot(page, "studio-" + name + "-" + scheme + (width < 800 ? "-phone" : ""));
        assertThat(Browser.barriers(page)).isEmpty();
        assertThat((Integer) page.evaluate("() => document.documentElement.scrollWidth"))
                .as("nothing is scrolled sideways")
                .isLessThanOrEqualTo(width);
    }

    private static String chartOf(Page page, String last) {
        page.navigate("/studio/tables/patient");
        return page.locator("tr", containing(last)).locator("a.chart").getAttribute("href");
    }

    private static Browser browser() {
        return BROWSER.orElseThrow();
    }

    private static Page window() {
        return browser().open(CLINIC.port(), 1280, 900, ColorScheme.LIGHT);
    }

    private static Page signedIn() {
        return signedIn(DemoClinic.EMAIL.value());
    }

    private static Page signedIn(String email) {
        var page = window();
        Browser.signIn(page, email, DemoSeed.KNOWN_PASSWORD.value());
        return page;
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, named(button)).click();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Page.GetByRoleOptions heading(int level) {
        return new Page.GetByRoleOptions().setLevel(level);
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    private static Page.LocatorOptions containing(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }
}
