CREATE TABLE `payment_accounts` (
	`business_id` text NOT NULL,
	`provider` text NOT NULL,
	`account_id` text NOT NULL,
	`secret_sealed` text NOT NULL,
	`webhook_secret_sealed` text,
	`enabled` integer NOT NULL,
	`is_live` integer NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`business_id`, `provider`),
	FOREIGN KEY (`business_id`) REFERENCES `businesses`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `payment_attempts` (
	`business_id` text NOT NULL,
	`client_id` text NOT NULL,
	`id` text NOT NULL,
	`provider` text NOT NULL,
	`account_id` text NOT NULL,
	`state` text NOT NULL,
	`amount_minor` integer NOT NULL,
	`currency` text NOT NULL,
	`allocations` text NOT NULL,
	`return_url` text NOT NULL,
	`lang` text NOT NULL,
	`request_key` text NOT NULL,
	`checkout_ref` text,
	`url` text,
	`payment_id` text,
	`failure` text,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`business_id`, `id`),
	FOREIGN KEY (`business_id`,`client_id`) REFERENCES `clients`(`business_id`,`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "payment_attempts_amount" CHECK(amount_minor > 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `payment_attempts_request` ON `payment_attempts` (`business_id`,`client_id`,`request_key`);--> statement-breakpoint
CREATE UNIQUE INDEX `payment_attempts_checkout` ON `payment_attempts` (`business_id`,`provider`,`checkout_ref`);--> statement-breakpoint
CREATE INDEX `payment_attempts_by_client` ON `payment_attempts` (`business_id`,`client_id`,`state`);--> statement-breakpoint
CREATE TABLE `provider_events` (
	`business_id` text NOT NULL,
	`provider` text NOT NULL,
	`account_id` text NOT NULL,
	`event_id` text NOT NULL,
	`type` text NOT NULL,
	`attempt_id` text,
	`received_at` integer NOT NULL,
	PRIMARY KEY(`business_id`, `provider`, `account_id`, `event_id`),
	FOREIGN KEY (`business_id`) REFERENCES `businesses`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `review_items` (
	`business_id` text NOT NULL,
	`id` text NOT NULL,
	`kind` text NOT NULL,
	`dedupe_key` text NOT NULL,
	`client_id` text,
	`provider` text NOT NULL,
	`text` text NOT NULL,
	`amount_minor` integer,
	`currency` text,
	`payment_id` text,
	`attempt_id` text,
	`created_at` integer NOT NULL,
	`resolved_at` integer,
	`resolution` text,
	PRIMARY KEY(`business_id`, `id`),
	FOREIGN KEY (`business_id`,`client_id`) REFERENCES `clients`(`business_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `review_items_once` ON `review_items` (`business_id`,`dedupe_key`);--> statement-breakpoint
CREATE INDEX `review_items_open` ON `review_items` (`business_id`,`resolved_at`,`id`);--> statement-breakpoint
CREATE TABLE `test_checkouts` (
	`business_id` text NOT NULL,
	`ref` text NOT NULL,
	`idempotency_key` text NOT NULL,
	`attempt_id` text NOT NULL,
	`amount_minor` integer NOT NULL,
	`currency` text NOT NULL,
	`description` text NOT NULL,
	`return_url` text NOT NULL,
	`state` text NOT NULL,
	`payment_ref` text,
	`refunded_minor` integer NOT NULL,
	`failure` text,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`business_id`, `ref`),
	FOREIGN KEY (`business_id`) REFERENCES `businesses`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `test_checkouts_once` ON `test_checkouts` (`business_id`,`idempotency_key`);--> statement-breakpoint
CREATE UNIQUE INDEX `test_checkouts_payment` ON `test_checkouts` (`business_id`,`payment_ref`);--> statement-breakpoint
CREATE TABLE `test_refunds` (
	`business_id` text NOT NULL,
	`idempotency_key` text NOT NULL,
	`ref` text NOT NULL,
	`payment_ref` text NOT NULL,
	`amount_minor` integer NOT NULL,
	PRIMARY KEY(`business_id`, `idempotency_key`),
	FOREIGN KEY (`business_id`) REFERENCES `businesses`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `refunds` ADD `state` text DEFAULT 'succeeded' NOT NULL;