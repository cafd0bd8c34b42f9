/** A group of levers under its heading. All headings stay in sight, however far the list is scrolled. */
import { useEffect, useRef, useState } from 'preact/hooks'
import { messages } from '../../i18n/messages.js'
import { FIRST_GROUPS, GROUPS, type Group } from '../../scenario/levers.js'
import { changedIn, levers, wantedLever } from '../../state/levers.js'
import { LeverList } from './lever-list.js'

/** Pixels of a list that may stand out of its headings and still count as out of sight. */
const A_LITTLE = 12

export function LeverGroup({ group }: { readonly group: Group }) {
  const words = messages.value.levers
  const all = levers.value.filter(each => each.group === group)
  const changed = changedIn(group)
  /** The reader's own wish; without one a group is open while something of it is changed. */
  const [wish, setWish] = useState<boolean | undefined>(undefined)
  const isWanted = all.some(({ key }) => key === wantedLever.value)
  useEffect(() => {
    if (isWanted) setWish(true)
  }, [isWanted])
  const open = wish ?? (changed > 0 || FIRST_GROUPS.includes(group))
  useEffect(() => {
    if (wish === true && wantedLever.peek() === undefined) list.current!.scrollIntoView({ block: 'nearest' })
  }, [wish])
  const heading = useRef<HTMLHeadingElement>(null)
  const list = useRef<HTMLDivElement>(null)
  /** The heading of an open group that is scrolled away leads to it; else it opens and closes the group. */
  const onClick = () => {
    if (open && isOutOfSight(list.current!, heading.current!, group))
      list.current!.scrollIntoView({ block: 'start' })
    else setWish(!open)
  }
  const id = `levers-${group}`
  return (
    <div class="lever-group">
      <h3 ref={heading}>
        <button type="button" aria-expanded={open} aria-controls={id} onClick={onClick}>
          <svg class="icon" width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
            <path d={open ? 'M2 4l4 4 4-4' : 'M4 2l4 4-4 4'} />
          </svg>
          <span>{words.groups[group]}</span>
          <span class={changed > 0 ? 'group-state is-changed' : 'group-state'}>
            {changed > 0 ? words.changed(changed) : words.asToday}
          </span>
        </button>
      </h3>
      <div class="lever-list" id={id} ref={list} hidden={!open}>
        {open && <LeverList group={group} levers={all} />}
      </div>
    </div>
  )
}

/** Whether all of a list is scrolled behind the headings above or below. */
function isOutOfSight(list: HTMLElement, heading: HTMLElement, group: Group): boolean {
  const below = (GROUPS.length - 1 - GROUPS.indexOf(group)) * heading.offsetHeight
  const foot = list.closest('.lever-groups')!.getBoundingClientRect().bottom - below
  const { top, bottom } = list.getBoundingClientRect()
  return top > foot - A_LITTLE || bottom < heading.getBoundingClientRect().bottom + A_LITTLE
}
