/** What `--help` prints. */
export const HELP = `Vitalog: profile pages in a real browser with the Vitalog extension

Usage: npm start -- [options] [URL ...]

Without a URL it profiles the demo shop that comes with the repository. The pages are visited one after
the other in one tab of a fresh browser profile: loaded, scrolled, clicked, a link followed and the way
back taken. Then the DevTools panel is opened, and what it shows is compared with what is stored.

Writes to the report folder:
  session.json   the session with all entries, insights and budget results (format "vitalog-session")
  report.html    the same to read, in one file without scripts
  panel.png      the panel as it looked at the page with the worst verdict

Options:
  --out DIR            report folder (default: vitalog-report)
  --open               visible browser, which stays open with the panel
  --check FILE         no browser: the verdict on an exported session (session.json) or any HAR, gzip too, with
                       --budgets that of other budgets
  --format LIST        write these too, with commas between: har, markdown, trace, csv-resources, csv-metrics,
                       csv-violations
  --level LEVEL        how much the files give away: default, strict, or raw (hides nothing)
  --fail-on LEVEL      exit with status 1 when a limit is not kept: "error", or "warn" for both levels
  --budgets FILE       hold the pages against these budgets: vitalog.budgets.json, Lighthouse's budget.json,
                       Lighthouse CI assertions or a sitespeed.io budget (default: the Starter budget)
  --json               print the report on stdout, and nothing else there
  --no-interact        only load the pages
  --browser NAME       chrome (default; Chromium and Edge too) or firefox
  --browser-path PATH  the browser to use (also: environment variable VITALOG_CHROME or VITALOG_FIREFOX)
  -h, --help           this text

Exit status: 0 all went well, 1 a limit was not kept (--fail-on), 2 wrong arguments or a page that could
not be profiled; the other pages are reported all the same.
`;
