-- Rules that a race could break. Applied after every migration, because a table rebuild drops triggers.
-- A live booking keeps its provider busy from busy_from until busy_until, buffers included. No busy range is longer
-- than two days (checked on the table), so looking back two days finds every neighbour.
DROP TRIGGER IF EXISTS bookings_overlap_insert;
CREATE TRIGGER bookings_overlap_insert BEFORE INSERT ON bookings
WHEN NEW.status <> 'cancelled'
BEGIN
  SELECT RAISE(ABORT, 'overlap') WHERE EXISTS (
    SELECT 1 FROM bookings AS other
    WHERE other.business_id = NEW.business_id AND other.provider_id = NEW.provider_id AND other.status <> 'cancelled'
      AND other.busy_from < NEW.busy_until AND other.busy_from > NEW.busy_from - 172800000 AND other.busy_until > NEW.busy_from);
END;

DROP TRIGGER IF EXISTS bookings_overlap_update;
CREATE TRIGGER bookings_overlap_update BEFORE UPDATE OF provider_id, busy_from, busy_until, status ON bookings
WHEN NEW.status <> 'cancelled'
BEGIN
  SELECT RAISE(ABORT, 'overlap') WHERE EXISTS (
    SELECT 1 FROM bookings AS other
    WHERE other.business_id = NEW.business_id AND other.provider_id = NEW.provider_id AND other.status <> 'cancelled'
      AND other.id <> NEW.id
      AND other.busy_from < NEW.busy_until AND other.busy_from > NEW.busy_from - 172800000 AND other.busy_until > NEW.busy_from);
END;

-- Blocked time refuses bookings too; a block may be as long as 31 days.
DROP TRIGGER IF EXISTS bookings_blocked_insert;
CREATE TRIGGER bookings_blocked_insert BEFORE INSERT ON bookings
WHEN NEW.status <> 'cancelled'
BEGIN
  SELECT RAISE(ABORT, 'overlap') WHERE EXISTS (
    SELECT 1 FROM blocks AS other
    WHERE other.business_id = NEW.business_id AND other.provider_id = NEW.provider_id
      AND other.starts_at < NEW.busy_until AND other.starts_at > NEW.busy_from - 2764800000 AND other.ends_at > NEW.busy_from);
END;

DROP TRIGGER IF EXISTS bookings_blocked_update;
CREATE TRIGGER bookings_blocked_update BEFORE UPDATE OF provider_id, busy_from, busy_until ON bookings
WHEN NEW.status <> 'cancelled'
BEGIN
  SELECT RAISE(ABORT, 'overlap') WHERE EXISTS (
    SELECT 1 FROM blocks AS other
    WHERE other.business_id = NEW.business_id AND other.provider_id = NEW.provider_id
      AND other.starts_at < NEW.busy_until AND other.starts_at > NEW.busy_from - 2764800000 AND other.ends_at > NEW.busy_from);
END;

-- The event log is append-only.
DROP TRIGGER IF EXISTS events_no_update;
CREATE TRIGGER events_no_update BEFORE UPDATE ON events BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
DROP TRIGGER IF EXISTS events_no_delete;
CREATE TRIGGER events_no_delete BEFORE DELETE ON events BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;

-- The books: entries come first, then the transaction's own row seals them. Sealed means balanced and final.
DROP TRIGGER IF EXISTS ledger_seal;
CREATE TRIGGER ledger_seal BEFORE INSERT ON ledger_transactions
BEGIN
  SELECT RAISE(ABORT, 'a ledger transaction must sum to zero in one currency') WHERE (
    SELECT count(*) < 2 OR sum(amount_minor) <> 0 OR min(currency) <> NEW.currency OR max(currency) <> NEW.currency FROM ledger_entries
    WHERE business_id = NEW.business_id AND transaction_id = NEW.id);
END;
DROP TRIGGER IF EXISTS ledger_entries_sealed;
CREATE TRIGGER ledger_entries_sealed BEFORE INSERT ON ledger_entries
BEGIN
  SELECT RAISE(ABORT, 'this ledger transaction is sealed') WHERE EXISTS (
    SELECT 1 FROM ledger_transactions WHERE business_id = NEW.business_id AND id = NEW.transaction_id);
END;
DROP TRIGGER IF EXISTS ledger_entries_no_update;
CREATE TRIGGER ledger_entries_no_update BEFORE UPDATE ON ledger_entries BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
DROP TRIGGER IF EXISTS ledger_entries_no_delete;
CREATE TRIGGER ledger_entries_no_delete BEFORE DELETE ON ledger_entries BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
DROP TRIGGER IF EXISTS ledger_transactions_no_update;
CREATE TRIGGER ledger_transactions_no_update BEFORE UPDATE ON ledger_transactions BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
DROP TRIGGER IF EXISTS ledger_transactions_no_delete;
CREATE TRIGGER ledger_transactions_no_delete BEFORE DELETE ON ledger_transactions BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

-- What is on an issued invoice never changes; it may be voided, and its PDF is noted once.
DROP TRIGGER IF EXISTS invoices_immutable;
CREATE TRIGGER invoices_immutable BEFORE UPDATE ON invoices
WHEN OLD.stage <> 'draft' AND (
  NEW.business_id IS NOT OLD.business_id OR NEW.client_id IS NOT OLD.client_id OR NEW.id IS NOT OLD.id OR NEW.kind IS NOT OLD.kind OR NEW.number IS NOT OLD.number
  OR NEW.number_year IS NOT OLD.number_year OR NEW.number_in_year IS NOT OLD.number_in_year OR NEW.currency IS NOT OLD.currency OR NEW.issued_on IS NOT OLD.issued_on
  OR NEW.due_on IS NOT OLD.due_on OR NEW.issued_at IS NOT OLD.issued_at OR NEW.lines IS NOT OLD.lines OR NEW.taxes IS NOT OLD.taxes OR NEW.discount_minor IS NOT OLD.discount_minor
  OR NEW.subtotal_minor IS NOT OLD.subtotal_minor OR NEW.tax_minor IS NOT OLD.tax_minor OR NEW.total_minor IS NOT OLD.total_minor OR NEW.deposit_minor IS NOT OLD.deposit_minor
  OR NEW.deposit_due_on IS NOT OLD.deposit_due_on OR NEW.minimum_payment_minor IS NOT OLD.minimum_payment_minor OR NEW.seller IS NOT OLD.seller OR NEW.billing IS NOT OLD.billing
  OR NEW.po_number IS NOT OLD.po_number OR NEW.note IS NOT OLD.note OR NEW.lang IS NOT OLD.lang OR NEW.source_kind IS NOT OLD.source_kind OR NEW.source_id IS NOT OLD.source_id
  OR NEW.credit_of IS NOT OLD.credit_of OR NEW.created_at IS NOT OLD.created_at OR NEW.stage = 'draft' OR (OLD.stage = 'void' AND NEW.stage <> 'void')
  OR (OLD.pdf_hash IS NOT NULL AND NEW.pdf_hash IS NOT OLD.pdf_hash))
BEGIN
  SELECT RAISE(ABORT, 'an issued invoice never changes');
END;
DROP TRIGGER IF EXISTS invoices_no_delete;
CREATE TRIGGER invoices_no_delete BEFORE DELETE ON invoices WHEN OLD.stage <> 'draft' BEGIN SELECT RAISE(ABORT, 'an issued invoice is never deleted'); END;

-- Sessions of packages: append-only, and never more taken than there are.
DROP TRIGGER IF EXISTS package_entries_floor;
CREATE TRIGGER package_entries_floor BEFORE INSERT ON package_entries
WHEN NEW.change < 0
BEGIN
  SELECT RAISE(ABORT, 'package exhausted') WHERE (
    SELECT coalesce(sum(change), 0) FROM package_entries WHERE business_id = NEW.business_id AND package_id = NEW.package_id) + NEW.change < 0;
END;
DROP TRIGGER IF EXISTS package_entries_return;
CREATE TRIGGER package_entries_return BEFORE INSERT ON package_entries
WHEN NEW.kind = 'returned'
BEGIN
  SELECT RAISE(ABORT, 'only a session that was used comes back') WHERE NOT EXISTS (
    SELECT 1 FROM package_entries WHERE business_id = NEW.business_id AND package_id = NEW.package_id AND booking_id = NEW.booking_id AND kind = 'used');
END;
DROP TRIGGER IF EXISTS package_entries_no_update;
CREATE TRIGGER package_entries_no_update BEFORE UPDATE ON package_entries BEGIN SELECT RAISE(ABORT, 'package entries are append-only'); END;
DROP TRIGGER IF EXISTS package_entries_no_delete;
CREATE TRIGGER package_entries_no_delete BEFORE DELETE ON package_entries BEGIN SELECT RAISE(ABORT, 'package entries are append-only'); END;

-- Who agreed to what, in which words: a consent ends, and is never rewritten or lost.
DROP TRIGGER IF EXISTS autopay_consents_fixed;
CREATE TRIGGER autopay_consents_fixed BEFORE UPDATE OF client_id, subscription_id, method_id, contact_id, wording_version, wording, amount_minor, currency, given_at ON autopay_consents
BEGIN SELECT RAISE(ABORT, 'a consent is never rewritten'); END;
DROP TRIGGER IF EXISTS autopay_consents_ended;
CREATE TRIGGER autopay_consents_ended BEFORE UPDATE ON autopay_consents WHEN OLD.ended_at IS NOT NULL BEGIN SELECT RAISE(ABORT, 'a consent that ended never stands again'); END;
DROP TRIGGER IF EXISTS autopay_consents_no_delete;
CREATE TRIGGER autopay_consents_no_delete BEFORE DELETE ON autopay_consents BEGIN SELECT RAISE(ABORT, 'a consent is never lost'); END;
