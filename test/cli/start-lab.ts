/** The lab as the command line serves it. */
import { keruen, type Outcome } from './run-keruen.js'

export interface RunningLab {
  readonly url: string
  readonly port: number
  readonly end: (signal?: NodeJS.Signals) => Promise<Outcome>
}

/** Starts the program in a folder and waits until it says where it is. */
export function startLab(home: string, ...args: string[]): Promise<RunningLab> {
  return new Promise((resolve, reject) => {
    const outcome = keruen(['lab', ...args], {
      cwd: home,
      onStart: child => {
        let said = ''
        child.stdout.on('data', text => {
          said += text
          const [, url, port] = /The lab is at (http:\/\/\S+:(\d+)\/)\n/.exec(said) ?? []
          if (url === undefined) return
          const end = (signal: NodeJS.Signals = 'SIGINT') => {
            child.kill(signal)
            return outcome
          }
          resolve({ url, port: Number(port), end })
        })
      },
    })
    outcome.then(({ stderr }) => reject(new Error(`it ended: ${stderr}`)))
  })
}
