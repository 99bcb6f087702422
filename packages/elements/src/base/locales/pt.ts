import type { LanguageFacts, Translation } from '../localize.ts';
import type { BaseMessage } from '../base-messages.ts';

/** Portuguese that reads well in Brazil and in Portugal: neither tu nor você is said. */
export const messages = {
  loading: 'Um momento…',
  tryAgain: 'Tentar novamente',
  failed: 'Não foi possível carregar.',
  offline: 'Sem internet neste momento.',
  broken: 'Esta parte da página não funciona neste momento. Por favor, recarregue a página.',
  noBusiness: 'Esta parte da página ainda não está configurada. Acrescente data-business ao script ou business a este elemento.',
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
  problems: {
    invalid_input: 'Por favor, verifique os dados.',
    not_signed_in: 'Por favor, entre na conta.',
    wrong_credentials: 'Os dados não estão corretos.',
    fresh_proof_required: 'Primeiro, confirme a identidade.',
    totp_required: 'Aqui é precisa uma app de autenticação. Configure-a na conta.',
    not_payable: 'Não é possível pagar isto agora.',
    forbidden: 'Sem permissão para fazer isto.',
    origin_not_allowed: 'Este site ainda não está autorizado.',
    not_found: 'Isto já não existe aqui.',
    conflict: 'Entretanto, algo mudou. Por favor, recarregue a página.',
    'conflict.already_cancelled': 'Já está cancelado.',
    'conflict.already_over': 'Já passou, por isso fica como está.',
    'conflict.has_password': 'Já existe uma senha. Entre com ela ou peça uma nova.',
    'conflict.address_taken': 'Este endereço agora pertence a outra pessoa. Escolha outro.',
    'conflict.totp_not_started': 'Comece de novo: mostre primeiro o código para a app.',
    'conflict.use_authenticator': 'Use o código que a app de autenticação mostra.',
    'conflict.other_browser': 'Este link só funciona no navegador em que foi pedido. Indique ali os seis algarismos do e-mail.',
    'conflict.package_not_usable': 'Este pacote não serve aqui: está esgotado, expirou ou não inclui este serviço.',
    time_not_free: 'Este horário já não está livre.',
    too_late_to_change: 'Já é tarde para alterar. Por favor, fale diretamente com a empresa.',
    request_in_progress: 'O pedido está em andamento. Um momento, por favor.',
    too_large: 'É grande demais.',
    rate_limited: 'Muitas tentativas. Por favor, aguarde um momento.',
    internal: 'Houve um problema do nosso lado. Por favor, tente novamente.',
    busy: 'Há muito movimento neste momento. Por favor, tente novamente daqui a pouco.',
    unreachable: 'Sem internet neste momento.',
  },
};
