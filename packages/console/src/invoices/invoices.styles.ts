import { css } from 'lit';

export const invoiceStyles = css`
  .tabs { display: flex; gap: 4px 24px; margin: -8px 0 28px; border-bottom: 1px solid var(--line); overflow-x: auto; }
  .tabs a { display: inline-flex; align-items: center; gap: 8px; min-height: 44px; color: var(--soft); text-decoration: none; white-space: nowrap; border-bottom: 2px solid transparent; margin-bottom: -1px; }
  .tabs a:hover { color: var(--ink); } .tabs a[aria-current] { color: var(--ink); font-weight: 600; border-color: var(--accent); } .tabs a:focus-visible { outline-offset: -2px; }
  .tabs .count { font-size: 0.8125rem; font-weight: 600; color: var(--danger); }
  .package-row { gap: 16px; } .package-marks { display: inline-flex; flex-wrap: wrap; gap: 3px; max-width: 8.5rem; justify-content: end; } .package-marks > span { width: 9px; height: 9px; border-radius: 50%; border: 1.5px solid var(--accent); } .package-marks .is-used { background: var(--accent); }
  .invoice-facts .package-marks { max-width: none; justify-content: start; gap: 5px; } .invoice-facts .package-marks > span { width: 14px; height: 14px; } .package-standing { font-size: 1.0625rem; font-weight: 600; } portico-package-details { display: grid; gap: 20px; }
  .package-entries .grow { min-width: 0; } .package-entries .grow > * { display: block; overflow-wrap: anywhere; } .package-entries .link { text-align: start; white-space: normal; } .package-entries .figures { font-weight: 600; }
  @media (forced-colors: active) { .package-marks .is-used { background: CanvasText; } }
  .list-more { padding-top: 16px; } .list-more .quiet { margin-inline-start: -14px; }

  .outstanding { display: grid; grid-template-columns: minmax(0, 1.15fr) minmax(0, 1fr); gap: 16px 56px; margin-bottom: 16px; } .outstanding + .outstanding { margin-top: 40px; }
  .ageing-total { display: grid; margin-bottom: 14px; } .ageing-total strong { font-size: 1.75rem; line-height: 1.2; letter-spacing: -0.01em; font-weight: 600; }
  .ageing-bar { display: block; width: 100%; height: 14px; border-radius: 4px; overflow: hidden; }
  .age-current { --age: color-mix(in oklab, var(--accent) 55%, var(--paper)); } .age-days_1_30 { --age: var(--warn); } .age-days_31_60 { --age: color-mix(in oklab, var(--warn) 55%, var(--danger)); } .age-days_61_90 { --age: var(--danger); } .age-over_90 { --age: color-mix(in oklab, var(--danger) 65%, var(--ink)); }
  .ageing-bar rect { fill: var(--age); }
  .ageing-sums { margin-top: 10px; } .ageing-sums li { display: grid; grid-template-columns: 12px minmax(0, 1fr) auto 5.5rem; gap: 10px; align-items: center; min-height: 32px; } .ageing-sums .figures { font-weight: 600; } .ageing-sums .meta { text-align: end; }
  .ageing-sums .is-empty { color: var(--soft); } .ageing-sums .is-empty .figures { font-weight: 400; }
  .age-mark { width: 10px; height: 10px; border-radius: 3px; background: var(--age); } .is-empty .age-mark { background: none; border: 1px solid var(--strong-line); }
  .debtors h2 { margin-bottom: 12px; } .owed { text-align: end; font-weight: 600; display: grid; justify-items: end; } .owed .status { font-weight: 400; }

  .invoice-tools { display: flex; flex-wrap: wrap; align-items: center; gap: 12px 16px; margin-bottom: 16px; } .invoice-tools input[type="search"] { max-width: 14rem; margin-inline-start: auto; }
  button.invoice-row { width: 100%; border: 0; padding: 0; font-weight: inherit; text-align: start; justify-content: start; white-space: normal; min-height: 44px; font-size: inherit; gap: 16px; } .invoice-row .grow { flex: 1; min-width: 0; } .invoice-row .grow > * { display: block; overflow-wrap: anywhere; }
  .invoice-sum { text-align: end; white-space: nowrap; font-weight: 600; } .invoice-sum .meta { display: block; font-weight: 400; }
  .invoice-state { width: 9.5rem; flex: none; } .invoice-state > * { display: flex; }
  .payment-day { width: 7rem; text-align: end; } .payment-acts { display: flex; align-items: center; justify-content: end; width: 10rem; flex: none; }

  .chasing-settings { margin-inline-start: auto; } .chasing-day + .chasing-day { margin-top: 28px; }

  .plan-row { flex-wrap: wrap; gap: 4px 16px; } .plan-row .grow { flex: 1 1 17rem; } .plan-row .grow > * { display: block; } .plan-row .actions { margin-inline-start: -14px; }
  .review blockquote { margin: 0; padding-inline-start: 12px; border-inline-start: 2px solid var(--line); overflow-wrap: anywhere; }
  .reviews { display: grid; gap: 28px; max-width: 46rem; } .review { display: grid; gap: 8px; padding-bottom: 28px; border-bottom: 1px solid var(--line); } .review-head { display: flex; justify-content: space-between; gap: 16px; } .review .actions, .review form { margin-top: 8px; }

  .invoice-facts { display: grid; gap: 12px; } .invoice-big { font-size: 1.75rem; font-weight: 600; line-height: 1.2; letter-spacing: -0.01em; }
  portico-invoice-details { display: grid; gap: 20px; } .back-actions { margin: -8px 0 0 -14px; }
  .sheet-section { border-top: 1px solid var(--line); padding-top: 18px; display: grid; gap: 10px; }
  .shown-lines { display: grid; gap: 12px; } .shown-lines li { display: flex; gap: 16px; justify-content: space-between; } .shown-lines .grow { min-width: 0; overflow-wrap: anywhere; white-space: pre-line; } .shown-lines .meta { display: block; }
  .movements > li { flex-wrap: wrap; } .movements .quiet { margin-inline-end: -14px; } .movements > li:first-child { border-top: 0; } .movements > li:last-child { border-bottom: 0; }
  .pay-parts > li { flex-wrap: wrap; } .pay-parts .meta { display: inline; } .pay-parts .check > span > * { display: inline; } .pay-parts .check > span > .meta:last-child { display: block; } .part-amount { max-width: 8rem; text-align: end; } .pay-parts .error { flex-basis: 100%; }

  .invoice-client { display: grid; gap: 12px; max-width: 40rem; } .invoice-client.is-chosen { display: flex; align-items: end; gap: 24px; padding: 4px 0 0; }
  .lines-place, portico-credit-note { min-width: 0; }
  .lines { container-type: inline-size; display: grid; }
  .line { display: grid; grid-template-columns: minmax(0, 1fr) 6rem 8rem 7rem 7.5rem var(--target); gap: 6px 12px; align-items: start; padding: 10px 0; border-bottom: 1px solid var(--line); }
  .line:first-child { padding-top: 0; } .line-field { display: grid; gap: 6px; min-width: 0; } .line-label { font-size: 0.8125rem; color: var(--soft); }
  .line textarea { min-height: max(40px, var(--target)); resize: none; } .line-quantity input, .line-price input, .line-discount input { text-align: end; font-variant-numeric: tabular-nums; }
  .line-amount { display: grid; gap: 6px; text-align: end; font-weight: 600; } .line-amount > span:last-child { min-height: max(40px, var(--target)); display: flex; align-items: center; justify-content: end; }
  .line-amount .line-label { font-weight: 400; } .line-remove { align-self: end; min-height: max(40px, var(--target)); color: var(--soft); }
  .line:not(:first-child) .line-label { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  .line-taxes { grid-column: 1 / -1; display: flex; flex-wrap: wrap; gap: 0 20px; font-size: 0.875rem; color: var(--soft); } .line-error { grid-column: 1 / -1; }
  .add-line { margin: 8px 0 0 -14px; justify-self: start; }
  .more-terms summary { cursor: pointer; min-height: var(--target); display: flex; align-items: center; gap: 8px; font-weight: 600; font-size: 0.875rem; } .more-terms summary::-webkit-details-marker { display: none; } .more-terms[open] summary .icon { transform: rotate(180deg); } .more-terms > div { display: grid; gap: 18px; padding-top: 8px; }
  .totals-place { display: grid; justify-items: end; margin-top: 8px; } .totals { min-width: min(100%, 20rem); display: grid; gap: 4px; } .totals > div { display: flex; justify-content: space-between; gap: 32px; } .totals dt { color: var(--soft); }
  .totals .is-final { font-weight: 600; border-top: 1px solid var(--line); padding-top: 8px; margin-top: 4px; font-size: 1.0625rem; } .totals .is-final dt { color: inherit; }
  .editor-foot .issue { display: none; }
  .terms { max-width: 46rem; } .editor-foot { justify-content: space-between; margin-top: 28px; } .invoice-editor > .note { margin-bottom: 20px; }
  @container (max-width: 44rem) {
    .line { grid-template-columns: minmax(0, 1fr) minmax(0, 1.3fr) minmax(0, 1.2fr); padding: 16px 0; } .line-description { grid-column: 1 / -1; }
    .line:not(:first-child) .line-label { position: static; width: auto; height: auto; clip-path: none; }
    .line-taxes { grid-column: 1 / -1; grid-row: 3; } .line-error { grid-row: 4; }
    .line-amount { grid-column: 1 / 3; grid-row: 5; display: flex; gap: 12px; align-items: center; text-align: start; } .line-remove { grid-column: 3; grid-row: 5; justify-self: end; }
  }
  @media (max-width: 719px) {
    .outstanding { grid-template-columns: minmax(0, 1fr); gap: 28px; }
    .ageing-sums li { grid-template-columns: 12px minmax(0, 1fr) auto; min-height: 36px; } .ageing-sums .meta { display: none; } .invoice-tools input[type="search"] { max-width: none; margin: 0; }
    button.invoice-row { flex-wrap: wrap; gap: 2px 16px; padding: 4px 0; } .invoice-row .grow { flex-basis: 60%; } .invoice-state { width: 100%; display: flex; gap: 10px; align-items: center; }
    .chasing-row { flex-wrap: wrap; gap: 2px 16px; } .chasing-row .grow { flex-basis: 60%; } .chasing-row > .quiet { margin: -6px 0 0 -14px; } .chasing-settings { margin: 0; }
    .payment-rows > li { flex-wrap: wrap; gap: 2px 12px; } .payment-rows .grow { flex-basis: 60%; } .payment-day { width: auto; text-align: start; flex: 1; } .payment-acts { width: auto; }
    .keys-hint { display: none; } .totals-place { justify-items: stretch; } .invoice-editor .page-head .issue { display: none; } .editor-foot .issue.issue { display: inline-flex; flex-basis: 100%; min-height: 48px; }
  }
`;
