import type { LanguageFacts, Translation } from '../localize.ts';
import type { BaseMessage } from '../base-messages.ts';

/** Portuguese that reads well in Brazil and in Portugal: neither tu nor você is said. */
export const messages = {
  loading: 'Um momento…',
  tryAgain: 'Tentar novamente',
  failed: 'Não foi possível carregar.',
  offline: 'Sem internet neste momento.',
  broken: 'Esta parte da página não funciona neste momento. Por favor, recarregue a página.',
  noBusiness: 'Esta parte da página ainda não está configurada. Acrescente data-business ao script.',
} satisfies Translation<BaseMessage>;

export const language: LanguageFacts = {
  plural: (count) => (count < 2 ? 'one' : 'other'),
  words: {
    booking: 'reserva',
    bookings: 'reservas',
    service: 'serviço',
    provider: 'com',
    bookAction: 'Reservar',
    portal: 'portal',
  },
  troubles: {
    internal: 'Houve um problema do nosso lado. Por favor, tente novamente.',
    unreachable: 'Sem internet neste momento.',
  },
  problems: () => import('./problems-pt.ts'),
};
