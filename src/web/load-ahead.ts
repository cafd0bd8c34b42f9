/**
 * Everything that the page loads only when it is wanted, loaded once the model answers: from then on the network may be cut.
 * Chinese letters alone stay behind, five megabytes that few readers need.
 */

import { checkScenario } from './engine/engine.js'
import { loadFaultWords } from './i18n/faults.js'
import { LANGUAGES } from './i18n/languages.js'
import { loadNames } from './i18n/load-names.js'
import { readyScenarios } from './state/ready-scenarios.js'

/** Letters of every other alphabet that the page, its names and its equations are written in. */
const LETTERS = 'Aa Łő Жж Әқ θτ'

export async function loadAhead(): Promise<void> {
  await Promise.all([
    import('./views/bloc/bloc-view.js'),
    import('./views/data/data-view.js'),
    import('./views/method/method-view.js'),
    import('./export/download-chart.js'),
    import('./export/map-file.js'),
    import('./export/report-file.js').then(({ loadMessages, reportFonts }) =>
      Promise.all([reportFonts(), ...LANGUAGES.map(loadMessages)]),
    ),
    readyScenarios(),
    ...LANGUAGES.filter(each => each !== 'en').map(loadNames),
    loadFaultWords(),
    import('yaml'),
    // The model's own part that reads a file.
    checkScenario('keruen: 1'),
    import('./views/why/why-panel.js'),
    ...[400, 600].map(weight => document.fonts.load(`${weight} 16px "Source Sans 3 Variable"`, LETTERS)),
  ])
}
