import type { CalendarBooking } from '@portico/contract/bookings/calendar.ts';
import { html, nothing, type TemplateResult } from 'lit';
import type { ProblemError } from '../api/problem-error.ts';
import { refusedTime } from './refused-time.template.ts';

export interface MoveBar {
  readonly booking: CalendarBooking;
  readonly target: string;
  readonly provider: string;
  readonly tellClient: boolean;
  readonly refusal: ProblemError | undefined;
  readonly isMoving: boolean;
  readonly onTell: (tell: boolean) => void;
  readonly onMove: () => void;
  readonly onKeep: () => void;
  readonly onNearest: (startsAt: string) => void;
}

/** A move waits here for a yes, because it mails somebody. */
export function moveBar({ booking, target, tellClient, refusal, isMoving, onTell, onMove, onKeep, onNearest }: MoveBar): TemplateResult {
  return html`<div class="move-bar" role="group" aria-label="Confirm the move">
    <p><span class="name">${booking.clientName}</span> to <strong>${target}</strong></p>
    ${refusal ? refusedTime(refusal, onNearest) : nothing}
    <label class="move-tell"><input type="checkbox" .checked=${tellClient} @change=${(event: Event) => onTell((event.target as HTMLInputElement).checked)}> Tell ${booking.contactName}</label>
    <button type="button" class="quiet" @click=${onKeep}>Keep it</button>
    <button type="button" class="primary" ?data-busy=${isMoving} @click=${onMove}>Move</button></div>`;
}
