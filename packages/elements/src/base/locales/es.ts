import type { LanguageFacts, Translation } from '../localize.ts';
import type { BaseMessage } from '../base-messages.ts';

/** Spanish; people are addressed as usted. */
export const messages = {
  loading: 'Cargando…',
  tryAgain: 'Intentar de nuevo',
  failed: 'No se pudo cargar.',
  offline: 'No hay conexión en este momento.',
  broken: 'Esta parte de la página no funciona. Vuelva a cargar la página, por favor.',
  noBusiness: 'Esta parte de la página aún no está configurada. Añada data-business al script.',
} satisfies Translation<BaseMessage>;

export const language: LanguageFacts = {
  plural: (count) => (count === 1 ? 'one' : 'other'),
  words: {
    booking: 'cita',
    bookings: 'citas',
    service: 'servicio',
    provider: 'con',
    bookAction: 'Reservar',
    portal: 'portal',
  },
  troubles: {
    internal: 'Algo ha fallado por nuestra parte. Inténtelo de nuevo, por favor.',
    unreachable: 'No hay conexión en este momento.',
  },
  problems: () => import('./problems-es.ts'),
};
