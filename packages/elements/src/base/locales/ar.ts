import type { LanguageFacts, Translation } from '../localize.ts';
import type { BaseMessage } from '../base-messages.ts';

/** Modern standard Arabic. */
export const messages = {
  loading: 'جارٍ التحميل…',
  tryAgain: 'إعادة المحاولة',
  failed: 'تعذّر التحميل.',
  offline: 'لا يوجد اتصال بالإنترنت حاليًا.',
  broken: 'هذا الجزء من الصفحة لا يعمل. يُرجى إعادة تحميل الصفحة.',
  noBusiness: 'لم يُعدّ هذا الجزء من الصفحة بعد. أضف data-business إلى السكربت أو business إلى هذا العنصر.',
} satisfies Translation<BaseMessage>;

function pluralForm(count: number): Intl.LDMLPluralRule {
  if (count === 0) return 'zero';
  if (count === 1) return 'one';
  if (count === 2) return 'two';
  const rest = count % 100;
  if (rest >= 3 && rest <= 10) return 'few';
  return rest > 10 ? 'many' : 'other';
}

export const language: LanguageFacts = {
  plural: pluralForm,
  isRtl: true,
  fill: (value, locale) => (typeof value === 'string' ? `\u2068${value}\u2069` : locale.length > 2 ? value.toLocaleString(locale, { useGrouping: false }) : String(value)),
  words: {
    booking: 'موعد',
    bookings: 'مواعيد',
    service: 'خدمة',
    provider: 'مع',
    bookAction: 'احجز',
    portal: 'بوابة',
  },
  problems: {
    invalid_input: 'يُرجى مراجعة البيانات المدخلة.',
    not_signed_in: 'يُرجى تسجيل الدخول.',
    wrong_credentials: 'البيانات غير صحيحة.',
    fresh_proof_required: 'يُرجى تأكيد هويتك أولًا.',
    totp_required: 'يلزم هنا تطبيق مصادقة. أضفه في حسابك.',
    not_payable: 'لا يمكن دفع هذا الآن.',
    forbidden: 'ليست لديك صلاحية لهذا الإجراء.',
    origin_not_allowed: 'لم يُصرَّح لهذا الموقع بعد.',
    not_found: 'لم يعد هذا موجودًا هنا.',
    conflict: 'حدث تغيير في هذه الأثناء. يُرجى إعادة تحميل الصفحة.',
    'conflict.already_cancelled': 'سبق إلغاؤه.',
    'conflict.already_over': 'انتهى بالفعل، لذا يبقى كما هو.',
    'conflict.has_password': 'لديك كلمة مرور بالفعل. سجّل الدخول بها أو اطلب كلمة جديدة.',
    'conflict.address_taken': 'صار هذا العنوان لشخص آخر. اختر عنوانًا غيره.',
    'conflict.totp_not_started': 'ابدأ من جديد: اعرض رمز التطبيق أولًا.',
    'conflict.use_authenticator': 'استخدم الرمز الذي يعرضه تطبيق المصادقة.',
    'conflict.other_browser': 'لا يعمل هذا الرابط إلا في المتصفح الذي طلبته منه. اكتب هناك الأرقام الستة من الرسالة.',
    'conflict.package_not_usable': 'لا تصلح هذه الباقة هنا: نفدت أو انتهت صلاحيتها أو لا تشمل هذه الخدمة.',
    time_not_free: 'لم يعد هذا الوقت متاحًا.',
    too_late_to_change: 'فات وقت التعديل. يُرجى التواصل معنا مباشرة.',
    request_in_progress: 'طلبك قيد التنفيذ. لحظة من فضلك.',
    too_large: 'الحجم أكبر من المسموح.',
    rate_limited: 'محاولات كثيرة. يُرجى الانتظار قليلًا.',
    internal: 'حدث خطأ من جهتنا. يُرجى المحاولة مرة أخرى.',
    busy: 'الضغط كبير في هذه اللحظة. يُرجى المحاولة بعد قليل.',
    unreachable: 'لا يوجد اتصال بالإنترنت حاليًا.',
  },
};
