/** What addresses are made of. */
import type { Handler } from 'hono'
import type { LabEnv } from './answers.js'
import type { Log } from './faults.js'
import type { Model } from './model.js'
import type { RunQueue } from './run-queue.js'
import type { ScenarioStore } from './scenario-store.js'
import type { Site } from './site.js'

export interface Parts {
  readonly site: Site
  readonly store: ScenarioStore
  readonly queue: RunQueue
  readonly model: Model
  readonly log: Log
}

/** Handlers of an address by method; `HEAD` is `GET` without its body. */
export type Route = Partial<Record<'GET' | 'PUT' | 'POST' | 'DELETE', Handler<LabEnv>>>
export type Routes = Readonly<Record<string, Route>>
