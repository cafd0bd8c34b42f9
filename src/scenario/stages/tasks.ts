/** Parts of a run that another thread can do. */
import type { Task } from '../../ensemble/share-out.js'
import { drawTask } from './draw-task.js'
import { figureTask } from './figure-task.js'
import { routeTask } from './route-task.js'
import { transitTask } from './transit-task.js'

/** By name: what a helper opens when it is asked to. */
export const TASKS: ReadonlyMap<string, Task<never, never, unknown>> = new Map(
  [routeTask, transitTask, figureTask, drawTask].map(task => [
    task.name,
    task as Task<never, never, unknown>,
  ]),
)
