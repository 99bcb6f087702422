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
