/** The command line: parsing only. Each command is loaded when it is called, so that help costs nothing else. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { packageRoot } from '../platform/node/package-root.js'
import { FREIGHT_RATES, LANGUAGES } from '../vocabulary.js'
import { exitCodeOf, printError } from './print-error.js'

const { version } = JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')) as {
  version: string
}

const program = new Command('keruen')
  .description(
    'From a package of measures on transport corridors and trade to trade, transit and real income.',
  )
  .version(version, '-V, --version', 'print the version')
  .helpOption('-h, --help', 'show help')
  .helpCommand('help [command]', 'show help for a command')
  .configureHelp({ sortSubcommands: false })
  .showSuggestionAfterError()
  .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, 'keruen: ')) })
  .exitOverride()

const dataOption = () =>
  new Option('--data <dir>', 'folder of a dataset of your own (default: the embedded one)')

const freightRatesOption = () =>
  new Option('--freight-rates <how>', 'in place of what the scenario says of them').choices(FREIGHT_RATES)

program
  .command('run')
  .summary('compute a scenario and write its report')
  .description('Computes a scenario and writes report, tables, network and result into a folder.')
  .argument('[scenario]', 'a scenario file, or the name of a ready one', 'middle-corridor')
  .option('--out <dir>', 'folder for the results (default: results/<scenario>)')
  .addOption(dataOption())
  .option(
    '--sectors <dir>',
    'many-sector baseline of your own (keruen data build sectors): runs model many-sector',
  )
  .option('--draws <n>', 'parameter draws behind every range', wholeNumber)
  .option('--seed <n>', 'seed of the draws', wholeNumber)
  .addOption(freightRatesOption())
  .option('--contributions', 'also tell how much each measure contributes (at most six, or groups)')
  .addOption(new Option('--language <id>', 'of the report and the summary').choices(LANGUAGES).default('en'))
  .option('--json', 'print result.json instead of the summary')
  .option('--quiet', 'print nothing but errors')
  .action(async (scenario, options) => (await import('./commands/run.js')).runCommand(scenario, options))

program
  .command('scenarios')
  .summary('list the ready scenarios')
  .description('Lists the ready scenarios.')
  .option('--json', 'print JSON')
  .action(async options => (await import('./commands/scenarios.js')).scenariosCommand(options))

program
  .command('lab')
  .summary('serve the lab, a page where measures are levers')
  .description('Serves the lab to a browser on this machine, until Ctrl-C.')
  .option('--port <n>', 'port to listen on (default: 4173, or the next that is free)', portNumber)
  .option('--host <name>', 'address to listen on; any but this machine’s own is open to others', '127.0.0.1')
  .option('--scenarios <dir>', 'folder of saved scenarios, made at the first', 'keruen-lab')
  .action(async options => (await import('./commands/lab.js')).labCommand(options))

const data = program
  .command('data')
  .summary('list the dataset with sources and licences; check or build one of your own')
  .description('Lists the tables of the dataset with their sources and licences.')
  .addOption(dataOption())
  .option('--json', 'print JSON')
  .allowExcessArguments()
  .action(async (options, { args }) => {
    if (args.length > 0) {
      const { nearestNames } = await import('../index.js')
      const [nearest = 'check'] = nearestNames(args[0]!, ['check', 'build'])
      data.error(`error: unknown command 'data ${args[0]}'\n(Did you mean data ${nearest}?)`)
    }
    await (await import('./commands/data.js')).dataCommand(options)
  })

data
  .command('check')
  .description('Checks a dataset folder and names every fault with file, row and field.')
  .argument('<dir>', 'folder with a datapackage.json')
  .action(async folder => (await import('./commands/data-check.js')).dataCheckCommand(folder))

data
  .command('build')
  .description(
    'Makes a many-sector baseline of files that you bring, and says what it covers. Nothing is embedded: the licence of the tariffs is not known.',
  )
  .addArgument(data.createArgument('<what>', 'which dataset').choices(['sectors']))
  .requiredOption(
    '--from <dir>',
    'folder with icio_2022_sectors.csv.gz and sector_elasticities.csv, or with data/',
  )
  .requiredOption(
    '--out <dir>',
    'folder for the dataset; an earlier one is replaced when the new one is whole',
  )
  .option('--json', 'print the coverage as JSON')
  .action(async (_what, _options, command) =>
    (await import('./commands/data-build.js')).dataBuildCommand(command.optsWithGlobals()),
  )

const network = program
  .command('network')
  .summary('check a network of your own, or write one as GeoJSON')
  .description('Checks a network as GeoJSON or in a dataset, and writes the network of a dataset as GeoJSON.')
  .allowExcessArguments()
  .action(async (_options, { args }) => {
    if (args.length === 0) network.help({ error: true })
    const { nearestNames } = await import('../index.js')
    const [nearest = 'check'] = nearestNames(args[0]!, ['check', 'export'])
    network.error(`error: unknown command 'network ${args[0]}'\n(Did you mean network ${nearest}?)`)
  })

network
  .command('check')
  .description('Says what a network holds, or names every fault with feature and field.')
  .argument('<file>', 'GeoJSON of a network (docs/network-format.md), or a folder with a datapackage.json')
  .option('--json', 'print JSON')
  .action(async (file, options) =>
    (await import('./commands/network-check.js')).networkCheckCommand(file, options),
  )

network
  .command('export')
  .description('Writes the network of a dataset as GeoJSON.')
  .addOption(dataOption())
  .option('--out <file>', 'file to write; an earlier one is replaced when the new one is whole')
  .action(async options => (await import('./commands/network-export.js')).networkExportCommand(options))

program
  .command('bloc')
  .summary('figures of a bloc: population, product, turnover, partners, claims')
  .description("A bloc's weight in the world, the trade among its members, and what was claimed about it.")
  .argument('<id>', 'a bloc of the dataset, such as sco')
  .option('--year <year>', 'year of the figures and, on its 31 December, of membership', wholeNumber)
  .option('--as-of <date>', 'membership on another date, such as 2025-09-01')
  .addOption(
    new Option('--claims', 'published claims, and under which definition each is true').conflicts('asOf'),
  )
  .addOption(new Option('--json', 'print JSON').conflicts(['csv', 'md']))
  .addOption(new Option('--csv', 'print CSV').conflicts('md'))
  .addOption(new Option('--md', 'print Markdown'))
  .addOption(dataOption())
  .action(async (id, options) => (await import('./commands/bloc.js')).blocCommand(id, options))

const networkOption = () =>
  new Option('--network <file>', 'a network of your own, as GeoJSON (keruen network export)')
const scenarioOption = () =>
  new Option('--scenario <scenario>', 'the network after the measures of a scenario: a file or a ready one')

program
  .command('route')
  .summary('the best ways between two places: time, cost, legs, where the time goes')
  .description(
    'Finds the best way between two places and its distinct alternatives, with time, cost, emissions and every leg.',
  )
  .argument('<origin>', 'a place by id or name, or a country (its largest gateway)')
  .argument('<destination>', 'the same')
  .addOption(
    new Option('--by <criterion>', 'what is least: money with the value of time, or one thing alone')
      .choices(['generalized', 'cost', 'time', 'length'])
      .default('generalized'),
  )
  .option(
    '--modes <list>',
    'only these, such as rail,ferry (rail, road, sea, ferry, inland_waterway)',
    modeList,
  )
  .option('--avoid <place|country>', 'do not pass it; a list, or given again', collect)
  .option('--alternatives <k>', 'how many routes, best first', positiveNumber, 1)
  .option('--value-of-time <usd>', 'USD per TEU and day (default: median of the dataset)', amount)
  .option('--planned', 'use planned links as if they were open')
  .addOption(networkOption())
  .addOption(scenarioOption())
  .addOption(dataOption())
  .option('--json', 'print JSON: an array of routes, best first')
  .action(async (origin, destination, options) =>
    (await import('./commands/route.js')).routeCommand(origin, destination, options),
  )

program
  .command('corridor')
  .summary('a named corridor leg by leg, or the scoreboard of all')
  .description(
    'Time, cost, speed and emissions of a named corridor, leg by leg; without an id the scoreboard.',
  )
  .argument('[id]', 'a corridor of the dataset, such as titr-aktau-poti')
  .addOption(networkOption())
  .addOption(scenarioOption())
  .addOption(dataOption())
  .addOption(new Option('--json', 'print JSON').conflicts(['csv', 'md']))
  .addOption(new Option('--csv', 'print CSV').conflicts('md'))
  .addOption(new Option('--md', 'print Markdown'))
  .action(async (id, options) => (await import('./commands/corridor.js')).corridorCommand(id, options))

program
  .command('exposure')
  .summary('who is exposed to what a scenario closes; without an argument all closings ranked')
  .description(
    'Who is exposed when something closes: trade that passes it, days and cost that it gains, pairs with no way left, real income. Without an argument all links, crossings, ports and straits ranked by joint loss.',
  )
  .argument('[what]', 'a scenario (file or ready one), or the id of a link, crossing, port or strait')
  .option('--bloc <id>', "whose joint loss counts (default: sco, or the scenario's own)")
  .option('--draws <n>', 'parameter draws behind every range', wholeNumber)
  .addOption(freightRatesOption())
  .option('--limit <n>', 'rows shown in a table (default: 20; of a ranking 10)', positiveNumber)
  .addOption(dataOption())
  .option('--json', 'print JSON')
  .action(async (what, options) => (await import('./commands/exposure.js')).exposureCommand(what, options))

program
  .command('estimate')
  .summary('estimate a gravity model on a file of your own: PPML or OLS with absorbed effects')
  .description(
    'Estimates a gravity model, or several side by side, on CSV (gzipped too) or Parquet; docs/estimate.md has the language of formulas.',
  )
  .argument('<file>', 'CSV, CSV.gz or Parquet with a row for each flow')
  .requiredOption(
    '--formula <formula>',
    'outcome ~ terms | absorbed effects; given again, a further model',
    again,
  )
  .addOption(
    new Option('--estimator <name>', 'Poisson pseudo-maximum likelihood or least squares')
      .choices(['ppml', 'ols'])
      .default('ppml'),
  )
  .option(
    '--cluster <groups>',
    'clusters, such as pair_id; several, such as "exporter + importer", are crossed',
  )
  .option(
    '--se <list>',
    'iid, heteroskedastic or clustered; ppmlhdfe (default), alpaca or fixest small-sample rule; or one of each',
  )
  .option('--weights <expression>', 'weight of each row')
  .option('--offset <expression>', 'added to the linear predictor')
  .option(
    '--where <condition>',
    'only rows for which it holds, such as "trade > 0"; given again, all hold',
    again,
  )
  .addOption(
    new Option('--missing <what>', 'what happens where a cell is missing: refuse, or drop such rows')
      .choices(['refuse', 'drop'])
      .default('refuse'),
  )
  .option('--panel <groups>', 'what identifies a unit, for lags: "exporter^importer"')
  .option('--time <column>', 'the period, for lags: year')
  .option('--confidence <probability>', 'of the intervals', probability, 0.95)
  .option(
    '--test <restriction>',
    'Wald test of "a + b = 0", several with ; between them; a sum without = is shown with its error; given again',
    again,
  )
  .option(
    '--correct-bias',
    'also without the bias of three-way PPML (Weidner and Zylkin 2021); effects exporter^t, importer^t, exporter^importer',
  )
  .option('--keep-singletons', 'keep rows that are alone in a level of an effect')
  .option(
    '--effects <file>',
    'write the values of all absorbed effects, with their connected components, as CSV',
  )
  .option(
    '--resistances <file>',
    'write multilateral resistances as CSV; the first effect is the exporter’s, the second the importer’s',
  )
  .option('--sigma <value>', 'elasticity of substitution, for resistances themselves', aboveOne)
  .option('--save <file>', 'keep the estimate as JSON that a scenario can name as a parameter')
  .option('--source <text>', 'with --save: where the data come from')
  .option('--licence <text>', 'with --save: the licence of the data')
  .option('--date <day>', 'with --save: a date to keep, as year-month-day')
  .option('--out <file>', 'file to write; an earlier one is replaced when the new one is whole')
  .addOption(new Option('--json', 'print JSON').conflicts(['md', 'latex', 'csv']))
  .addOption(new Option('--md', 'print Markdown').conflicts(['latex', 'csv']))
  .addOption(new Option('--latex', 'print a LaTeX table').conflicts('csv'))
  .addOption(new Option('--csv', 'print CSV, a line for each coefficient'))
  .action(async (file, options) => (await import('./commands/estimate.js')).estimateCommand(file, options))

program
  .command('replicate')
  .summary('compute a published table anew, beside what was printed')
  .description(
    'Computes a published table anew from its own data and shows where it parts from what was printed.',
  )
  .argument('[name]', 'which table (default: list them)')
  .option('--data <dir>', 'folder that contains published/ with the files of the publication')
  .addOption(new Option('--json', 'print JSON').conflicts('md'))
  .addOption(new Option('--md', 'print Markdown'))
  .action(async (name, options) => (await import('./commands/replicate.js')).replicateCommand(name, options))

program
  .command('schema')
  .summary('print the JSON Schema of a file format')
  .description('Prints the JSON Schema of a file format, for editors and validators.')
  .addArgument(program.createArgument('<format>', 'which format').choices(['scenario', 'result', 'network']))
  .action(async format => (await import('./commands/schema.js')).schemaCommand(format))

const MODES = ['rail', 'road', 'sea', 'ferry', 'inland_waterway']

function modeList(text: string): string[] {
  const modes = text.split(',').map(mode => mode.trim().toLowerCase().replaceAll('-', '_'))
  const unknown = modes.find(mode => !MODES.includes(mode))
  if (unknown !== undefined)
    throw new InvalidArgumentError(`Expected a list of ${MODES.join(', ')}; found '${unknown}'.`)
  return modes
}

/** An option that is given several times; its text may hold commas. */
function again(text: string, earlier: readonly string[] = []): string[] {
  return [...earlier, text]
}

function aboveOne(text: string): number {
  const value = Number(text)
  if (!(value > 1 && value < Infinity)) throw new InvalidArgumentError('Expected a number above 1.')
  return value
}

function probability(text: string): number {
  const value = Number(text)
  if (text.trim() === '' || !(value > 0 && value < 1))
    throw new InvalidArgumentError('Expected a probability between 0 and 1, such as 0.95.')
  return value
}

function collect(text: string, earlier: readonly string[] = []): string[] {
  return [...earlier, ...text.split(',').map(name => name.trim())]
}

function positiveNumber(text: string): number {
  const value = wholeNumber(text)
  if (value < 1 || value > MOST_ALTERNATIVES)
    throw new InvalidArgumentError(`Expected a whole number from 1 to ${MOST_ALTERNATIVES}.`)
  return value
}

/** More ways than this between two places no one reads. */
const MOST_ALTERNATIVES = 50

function amount(text: string): number {
  const value = Number(text)
  if (text.trim() === '' || !Number.isFinite(value) || value < 0)
    throw new InvalidArgumentError('Expected an amount of zero or more.')
  return value
}

function portNumber(text: string): number {
  const value = wholeNumber(text)
  if (value > 65_535)
    throw new InvalidArgumentError('Expected a port from 0 to 65535; 0 is any that is free.')
  return value
}

function wholeNumber(text: string): number {
  const value = Number(text)
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(value))
    throw new InvalidArgumentError('Expected a whole number.')
  return value
}

// A reader that has seen enough (`keruen data | head`) closes the pipe; that is not an error.
process.stdout.on('error', error => {
  if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error
})

try {
  if (process.argv.length <= 2) program.outputHelp()
  else await program.parseAsync()
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2
  else {
    printError(error)
    process.exitCode = exitCodeOf(error)
  }
}
