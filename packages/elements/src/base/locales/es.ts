import type { LanguageFacts, Translation } from '../localize.ts';
import type { BaseMessage } from '../base-messages.ts';

/** Spanish; people are addressed as usted. */
export const messages = {
  loading: 'Cargando…',
  tryAgain: 'Intentar de nuevo',
  failed: 'No se pudo cargar.',
  offline: 'No hay conexión en este momento.',
  broken: 'Esta parte de la página no funciona. Vuelva a cargar la página, por favor.',
  noBusiness: 'Esta parte de la página aún no está configurada. Añada data-business al script o business a esta etiqueta.',
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
  problems: {
    invalid_input: 'Revise los datos, por favor.',
    not_signed_in: 'Inicie sesión, por favor.',
    wrong_credentials: 'Los datos no son correctos.',
    fresh_proof_required: 'Confirme primero que es usted.',
    totp_required: 'Aquí hace falta una aplicación de autenticación. Añádala en su cuenta.',
    not_payable: 'Esto no se puede pagar ahora.',
    forbidden: 'No tiene permiso para hacer esto.',
    origin_not_allowed: 'Este sitio web aún no está autorizado.',
    not_found: 'Esto ya no existe aquí.',
    conflict: 'Algo ha cambiado entretanto. Vuelva a cargar la página, por favor.',
    'conflict.already_cancelled': 'Ya está cancelada.',
    'conflict.already_over': 'Ya ha pasado, así que se queda como está.',
    'conflict.has_password': 'Ya tiene una contraseña. Entre con ella o pida una nueva.',
    'conflict.address_taken': 'Esta dirección pertenece ahora a otra persona. Elija otra.',
    'conflict.totp_not_started': 'Empiece de nuevo: muestre primero el código para la aplicación.',
    'conflict.use_authenticator': 'Use el código que muestra su aplicación de autenticación.',
    'conflict.other_browser': 'Este enlace solo funciona en el navegador en el que lo pidió. Escriba allí las seis cifras del correo.',
    'conflict.package_not_usable': 'Este bono no sirve aquí: está agotado, ha caducado o no incluye este servicio.',
    time_not_free: 'Esta hora ya no está libre.',
    too_late_to_change: 'Ya es tarde para cambiarla. Póngase en contacto directamente, por favor.',
    request_in_progress: 'Su solicitud está en curso. Un momento, por favor.',
    too_large: 'Es demasiado grande.',
    rate_limited: 'Demasiados intentos. Espere un momento, por favor.',
    internal: 'Algo ha fallado por nuestra parte. Inténtelo de nuevo, por favor.',
    busy: 'Hay mucha actividad en este momento. Inténtelo de nuevo enseguida, por favor.',
    unreachable: 'No hay conexión en este momento.',
  },
};
