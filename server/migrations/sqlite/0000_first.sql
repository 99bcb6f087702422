CREATE TABLE `challenges` (
	`business_id` text NOT NULL,
	`id_hash` text NOT NULL,
	`identity_id` text,
	`kind` text NOT NULL,
	`next` text NOT NULL,
	`code_hash` text,
	`link_hash` text,
	`jkt` text,
	`tries_left` integer NOT NULL,
	`method` text NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	PRIMARY KEY(`business_id`, `id_hash`),
	FOREIGN KEY (`business_id`,`identity_id`) REFERENCES `identities`(`business_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `challenges_link` ON `challenges` (`business_id`,`link_hash`);--> statement-breakpoint
CREATE INDEX `challenges_expiry` ON `challenges` (`expires_at`);--> statement-breakpoint
CREATE TABLE `identities` (
	`business_id` text NOT NULL,
	`id` text NOT NULL,
	`kind` text NOT NULL,
	`email` text NOT NULL,
	`email_norm` text NOT NULL,
	`email_proven` integer NOT NULL,
	`password_hash` text,
	`totp_secret` text,
	`totp_pending` text,
	`totp_last_step` integer NOT NULL,
	`recovery_codes` text NOT NULL,
	`disabled` integer NOT NULL,
	`last_seen_at` integer,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`business_id`, `id`),
	FOREIGN KEY (`business_id`) REFERENCES `businesses`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `identities_email` ON `identities` (`business_id`,`kind`,`email_norm`);--> statement-breakpoint
CREATE INDEX `identities_staff_email` ON `identities` (`email_norm`,`kind`);--> statement-breakpoint
CREATE TABLE `known_devices` (
	`business_id` text NOT NULL,
	`identity_id` text NOT NULL,
	`device_hash` text NOT NULL,
	`last_used_at` integer NOT NULL,
	PRIMARY KEY(`business_id`, `identity_id`, `device_hash`),
	FOREIGN KEY (`business_id`,`identity_id`) REFERENCES `identities`(`business_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `mailed_tokens` (
	`business_id` text NOT NULL,
	`id` text NOT NULL,
	`identity_id` text NOT NULL,
	`purpose` text NOT NULL,
	`token_hash` text NOT NULL,
	`change_id` text,
	`new_email` text,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	PRIMARY KEY(`business_id`, `id`),
	FOREIGN KEY (`business_id`,`identity_id`) REFERENCES `identities`(`business_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `mailed_tokens_hash` ON `mailed_tokens` (`business_id`,`token_hash`);--> statement-breakpoint
CREATE INDEX `mailed_tokens_by_identity` ON `mailed_tokens` (`business_id`,`identity_id`,`purpose`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`business_id` text NOT NULL,
	`id` text NOT NULL,
	`identity_id` text NOT NULL,
	`kind` text NOT NULL,
	`secret_hash` text NOT NULL,
	`jkt` text,
	`origin` text,
	`device` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_used_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`proven_at` integer NOT NULL,
	`ended_at` integer,
	PRIMARY KEY(`business_id`, `id`),
	FOREIGN KEY (`business_id`,`identity_id`) REFERENCES `identities`(`business_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sessions_secret` ON `sessions` (`business_id`,`secret_hash`);--> statement-breakpoint
CREATE INDEX `sessions_by_identity` ON `sessions` (`business_id`,`identity_id`,`ended_at`);--> statement-breakpoint
CREATE TABLE `staff` (
	`business_id` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`status` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`business_id`, `id`),
	FOREIGN KEY (`business_id`,`id`) REFERENCES `identities`(`business_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `blocks` (
	`business_id` text NOT NULL,
	`id` text NOT NULL,
	`provider_id` text NOT NULL,
	`starts_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`note` text NOT NULL,
	PRIMARY KEY(`business_id`, `id`),
	FOREIGN KEY (`business_id`,`provider_id`) REFERENCES `providers`(`business_id`,`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "blocks_order" CHECK(ends_at > starts_at AND ends_at - starts_at <= 2764800000)
);
--> statement-breakpoint
CREATE INDEX `blocks_by_provider` ON `blocks` (`business_id`,`provider_id`,`starts_at`);--> statement-breakpoint
CREATE TABLE `bookings` (
	`business_id` text NOT NULL,
	`client_id` text NOT NULL,
	`id` text NOT NULL,
	`contact_id` text NOT NULL,
	`service_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`status` text NOT NULL,
	`starts_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`busy_from` integer NOT NULL,
	`busy_until` integer NOT NULL,
	`local_date` text NOT NULL,
	`time_zone` text NOT NULL,
	`lang` text,
	`price_minor` integer NOT NULL,
	`currency` text NOT NULL,
	`note` text NOT NULL,
	`cancel_reason` text,
	`sequence` integer NOT NULL,
	`link_hash` text,
	`mail_link_hash` text,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`business_id`, `id`),
	FOREIGN KEY (`business_id`,`client_id`) REFERENCES `clients`(`business_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`business_id`,`client_id`,`contact_id`) REFERENCES `contacts`(`business_id`,`client_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`business_id`,`service_id`) REFERENCES `services`(`business_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`business_id`,`provider_id`) REFERENCES `providers`(`business_id`,`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "bookings_order" CHECK(ends_at > starts_at AND busy_from <= starts_at AND busy_until >= ends_at AND busy_until - busy_from <= 172800000)
);
--> statement-breakpoint
CREATE INDEX `bookings_by_provider` ON `bookings` (`business_id`,`provider_id`,`busy_from`);--> statement-breakpoint
CREATE INDEX `bookings_by_client` ON `bookings` (`business_id`,`client_id`,`starts_at`);--> statement-breakpoint
CREATE INDEX `bookings_by_start` ON `bookings` (`business_id`,`starts_at`);--> statement-breakpoint
CREATE INDEX `bookings_by_day` ON `bookings` (`business_id`,`provider_id`,`local_date`);--> statement-breakpoint
CREATE UNIQUE INDEX `bookings_link` ON `bookings` (`business_id`,`link_hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `bookings_mail_link` ON `bookings` (`business_id`,`mail_link_hash`);--> statement-breakpoint
CREATE TABLE `calendar_feeds` (
	`business_id` text NOT NULL,
	`identity_id` text NOT NULL,
	`kind` text NOT NULL,
	`token_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_read_at` integer,
	PRIMARY KEY(`business_id`, `identity_id`),
	FOREIGN KEY (`business_id`) REFERENCES `businesses`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `calendar_feeds_token` ON `calendar_feeds` (`business_id`,`token_hash`);--> statement-breakpoint
CREATE TABLE `closures` (
	`business_id` text NOT NULL,
	`id` text NOT NULL,
	`provider_id` text,
	`first_date` text NOT NULL,
	`last_date` text NOT NULL,
	`reason` text NOT NULL,
	PRIMARY KEY(`business_id`, `id`),
	FOREIGN KEY (`business_id`,`provider_id`) REFERENCES `providers`(`business_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `closures_by_date` ON `closures` (`business_id`,`last_date`);--> statement-breakpoint
CREATE TABLE `date_overrides` (
	`business_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`date` text NOT NULL,
	`ranges` text NOT NULL,
	PRIMARY KEY(`business_id`, `provider_id`, `date`),
	FOREIGN KEY (`business_id`,`provider_id`) REFERENCES `providers`(`business_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `providers` (
	`business_id` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`colour` text NOT NULL,
	`staff_id` text,
	`max_per_day` integer,
	`archived` integer NOT NULL,
	`position` integer NOT NULL,
	PRIMARY KEY(`business_id`, `id`),
	FOREIGN KEY (`business_id`) REFERENCES `businesses`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `service_providers` (
	`business_id` text NOT NULL,
	`service_id` text NOT NULL,
	`provider_id` text NOT NULL,
	PRIMARY KEY(`business_id`, `service_id`, `provider_id`),
	FOREIGN KEY (`business_id`,`service_id`) REFERENCES `services`(`business_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`business_id`,`provider_id`) REFERENCES `providers`(`business_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `services` (
	`business_id` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`description` text NOT NULL,
	`duration_minutes` integer NOT NULL,
	`price_minor` integer NOT NULL,
	`place_kind` text NOT NULL,
	`place` text NOT NULL,
	`buffer_before_minutes` integer NOT NULL,
	`buffer_after_minutes` integer NOT NULL,
	`interval_minutes` integer NOT NULL,
	`min_notice_minutes` integer NOT NULL,
	`max_days_ahead` integer NOT NULL,
	`max_per_day` integer,
	`cancel_cutoff_minutes` integer NOT NULL,
	`reminder_minutes` text NOT NULL,
	`archived` integer NOT NULL,
	`position` integer NOT NULL,
	PRIMARY KEY(`business_id`, `id`),
	FOREIGN KEY (`business_id`) REFERENCES `businesses`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `weekly_hours` (
	`business_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`weekday` integer NOT NULL,
	`start_minute` integer NOT NULL,
	`end_minute` integer NOT NULL,
	PRIMARY KEY(`business_id`, `provider_id`, `weekday`, `start_minute`),
	FOREIGN KEY (`business_id`,`provider_id`) REFERENCES `providers`(`business_id`,`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "weekly_hours_order" CHECK(start_minute >= 0 AND end_minute <= 1440 AND start_minute < end_minute AND weekday BETWEEN 1 AND 7)
);
--> statement-breakpoint
CREATE TABLE `business_origins` (
	`business_id` text NOT NULL,
	`origin` text NOT NULL,
	PRIMARY KEY(`business_id`, `origin`),
	FOREIGN KEY (`business_id`) REFERENCES `businesses`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `business_origins_by_origin` ON `business_origins` (`origin`);--> statement-breakpoint
CREATE TABLE `businesses` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`phone` text,
	`address` text,
	`logo_url` text,
	`accent` text NOT NULL,
	`lang` text NOT NULL,
	`time_zone` text NOT NULL,
	`currency` text NOT NULL,
	`words` text NOT NULL,
	`portal_url` text,
	`sign_in_on` text NOT NULL,
	`totp_required` text NOT NULL,
	`phone_required` integer NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `businesses_key` ON `businesses` (`key`);--> statement-breakpoint
CREATE TABLE `clients` (
	`business_id` text NOT NULL,
	`id` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`search_text` text NOT NULL,
	`note` text NOT NULL,
	`archived` integer NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`business_id`, `id`),
	FOREIGN KEY (`business_id`) REFERENCES `businesses`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `clients_by_name` ON `clients` (`business_id`,`archived`,`search_text`,`id`);--> statement-breakpoint
CREATE TABLE `contacts` (
	`business_id` text NOT NULL,
	`client_id` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`email` text,
	`email_norm` text,
	`phone` text,
	`time_zone` text,
	`lang` text,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`business_id`, `id`),
	FOREIGN KEY (`business_id`,`client_id`) REFERENCES `clients`(`business_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `contacts_owned` ON `contacts` (`business_id`,`client_id`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `contacts_email` ON `contacts` (`business_id`,`email_norm`);--> statement-breakpoint
CREATE TABLE `event_cursors` (
	`reader` text PRIMARY KEY NOT NULL,
	`position` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `events` (
	`business_id` text NOT NULL,
	`seq` integer NOT NULL,
	`position` integer NOT NULL,
	`id` text NOT NULL,
	`type` text NOT NULL,
	`at` integer NOT NULL,
	`actor` text NOT NULL,
	`client_id` text,
	`subject_type` text NOT NULL,
	`subject_id` text,
	`payload` text NOT NULL,
	`hash` text NOT NULL,
	PRIMARY KEY(`business_id`, `seq`),
	FOREIGN KEY (`business_id`) REFERENCES `businesses`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `events_position` ON `events` (`position`);--> statement-breakpoint
CREATE INDEX `events_by_client` ON `events` (`business_id`,`client_id`,`seq`);--> statement-breakpoint
CREATE TABLE `idempotency_keys` (
	`business_id` text NOT NULL,
	`principal` text NOT NULL,
	`key` text NOT NULL,
	`fingerprint` text NOT NULL,
	`status` integer NOT NULL,
	`body` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`business_id`, `principal`, `key`),
	FOREIGN KEY (`business_id`) REFERENCES `businesses`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `idempotency_keys_age` ON `idempotency_keys` (`created_at`);--> statement-breakpoint
CREATE TABLE `jobs` (
	`business_id` text NOT NULL,
	`id` text NOT NULL,
	`kind` text NOT NULL,
	`payload` text NOT NULL,
	`state` text NOT NULL,
	`run_at` integer NOT NULL,
	`lease_until` integer,
	`attempts` integer NOT NULL,
	`max_attempts` integer NOT NULL,
	`last_error` text,
	`about` text,
	`dedupe_key` text,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`business_id`, `id`),
	FOREIGN KEY (`business_id`) REFERENCES `businesses`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `jobs_due` ON `jobs` (`state`,`run_at`);--> statement-breakpoint
CREATE INDEX `jobs_about` ON `jobs` (`business_id`,`about`);--> statement-breakpoint
CREATE INDEX `jobs_newest` ON `jobs` (`business_id`,`state`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `jobs_dedupe` ON `jobs` (`business_id`,`dedupe_key`);--> statement-breakpoint
CREATE TABLE `mails` (
	`business_id` text NOT NULL,
	`id` text NOT NULL,
	`job_id` text,
	`to_name` text,
	`to_address` text NOT NULL,
	`reply_to_address` text,
	`subject` text NOT NULL,
	`text` text NOT NULL,
	`html` text NOT NULL,
	`calendar_method` text,
	`calendar` text,
	`sort` text NOT NULL,
	`state` text NOT NULL,
	`last_error` text,
	`attempts` integer NOT NULL,
	`created_at` integer NOT NULL,
	`sent_at` integer,
	PRIMARY KEY(`business_id`, `id`),
	FOREIGN KEY (`business_id`) REFERENCES `businesses`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `mails_newest` ON `mails` (`business_id`,`state`,`id`);