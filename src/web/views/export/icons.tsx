/** Icons of what leaves the page. */
export function DownloadIcon() {
  return (
    <svg class="icon-drawing" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      <path d="M8 2v8M4.5 6.8 8 10.2l3.5-3.4M2.5 13.5h11" />
    </svg>
  )
}

export function TableIcon() {
  return (
    <svg class="icon-drawing" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      <path d="M2.5 3h11v10h-11zM2.5 6.3h11M6.3 6.3V13" />
    </svg>
  )
}
