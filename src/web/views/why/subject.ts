/** What the why panel says of a selection. */

import type { Selection } from '../../state/lab.js'
import { corridorSubject, linkSubject, waitSubject } from './network-subjects.js'
import type { Subject, SubjectContext } from './subject-records.js'
import { countrySubject, figureSubject } from './trade-subjects.js'

export function subjectOf(selection: Selection, context: SubjectContext): Subject | undefined {
  switch (selection.kind) {
    case 'country':
      return countrySubject(selection.iso3, context)
    case 'crossing':
    case 'terminal':
      return waitSubject(selection.placeId, selection.kind, context)
    case 'link':
      return linkSubject(selection.linkId, context)
    case 'corridor':
      return corridorSubject(selection.corridorId, context)
    case 'figure':
      return figureSubject(selection.figure, context)
  }
}
