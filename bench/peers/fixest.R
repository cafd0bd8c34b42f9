# R's fixest on the panels of gravity.bench.ts. Reads one request a line from stdin,
#   load NAME FILE | fit NAME MODEL THREADS default|tight
# and answers with one line of JSON: version, or milliseconds of the fit and its coefficients. Errors are clustered by pair.
suppressPackageStartupMessages(library(fixest))
setFixest_notes(FALSE)
panels <- list()
models <- list(
  guide = trade ~ rta | exporter^year + importer^year + exporter^importer,
  borders = trade ~ rta + i(year, abroad, ref = 1986) | exporter^year + importer^year + exporter^importer,
  one = trade ~ rta + ltariff + wto + sanction + brdr_t | exporter^year + importer^year + exporter^importer,
  eight = trade ~ rta + ltariff + wto + sanction + brdr_t |
    exporter^year^sector + importer^year^sector + exporter^importer^sector
)
answer <- function(text) { cat(text, "\n", sep = ""); flush(stdout()) }
input <- file("stdin", "r")
answer(sprintf('{"version":"%s"}', packageVersion("fixest")))
while (length(line <- readLines(input, 1)) > 0) {
  words <- strsplit(line, " ")[[1]]
  if (words[1] == "load") {
    panel <- read.csv(words[3])
    panel$abroad <- as.numeric(panel$exporter != panel$importer)
    panel$pair <- if (is.null(panel$pair_id)) paste(panel$exporter, panel$importer) else panel$pair_id
    panels[[words[2]]] <- panel
    answer("{}")
  } else {
    setFixest_nthreads(as.integer(words[4]))
    tight <- words[5] == "tight"
    gc(FALSE)
    started <- proc.time()[["elapsed"]]
    fit <- fepois(
      models[[words[3]]], panels[[words[2]]], cluster = ~pair, lean = TRUE,
      glm.tol = if (tight) 1e-12 else 1e-8, fixef.tol = if (tight) 1e-10 else 1e-6
    )
    elapsed <- 1000 * (proc.time()[["elapsed"]] - started)
    answer(sprintf('{"ms":%.1f,"coefficients":[%s]}', elapsed, paste(sprintf("%.15g", coef(fit)), collapse = ",")))
  }
}
