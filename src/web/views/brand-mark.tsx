/** The mark of Keruen: a caravan line with one bead. */
export function BrandMark() {
  return (
    <svg class="brand-mark" width="30" height="14" viewBox="0 0 30 14" aria-hidden="true">
      <path class="brand-line" d="M0 7h30" />
      <rect class="brand-line" x="4" y="5.4" width="4" height="3.2" rx="1" />
      <circle class="brand-bead" cx="15.5" cy="7" r="5" />
      <rect class="brand-line" x="22.5" y="5.4" width="4" height="3.2" rx="1" />
    </svg>
  )
}
