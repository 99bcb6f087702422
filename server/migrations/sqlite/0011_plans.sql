CREATE TABLE `autopay_charges` (
	`business_id` text NOT NULL,
	`client_id` text NOT NULL,
	`invoice_id` text NOT NULL,
	`subscription_id` text NOT NULL,
	`charge_on` text NOT NULL,
	`attempt_id` text,
	PRIMARY KEY(`business_id`, `invoice_id`),
	FOREIGN KEY (`business_id`,`client_id`,`invoice_id`) REFERENCES `invoices`(`business_id`,`client_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`business_id`,`client_id`,`subscription_id`) REFERENCES `subscriptions`(`business_id`,`client_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `autopay_consents` (
	`business_id` text NOT NULL,
	`client_id` text NOT NULL,
	`id` text NOT NULL,
	`subscription_id` text NOT NULL,
	`method_id` text NOT NULL,
	`contact_id` text NOT NULL,
	`wording_version` text NOT NULL,
	`wording` text NOT NULL,
	`amount_minor` integer NOT NULL,
	`currency` text NOT NULL,
	`given_at` integer NOT NULL,
	`ended_at` integer,
	`ended_by` text,
	`stands_for` text,
	PRIMARY KEY(`business_id`, `id`),
	FOREIGN KEY (`business_id`,`client_id`,`subscription_id`) REFERENCES `subscriptions`(`business_id`,`client_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`business_id`,`client_id`,`method_id`) REFERENCES `payment_methods`(`business_id`,`client_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `autopay_consents_standing` ON `autopay_consents` (`business_id`,`stands_for`);--> statement-breakpoint
CREATE INDEX `autopay_consents_by_method` ON `autopay_consents` (`business_id`,`method_id`);--> statement-breakpoint
CREATE TABLE `payment_methods` (
	`business_id` text NOT NULL,
	`client_id` text NOT NULL,
	`id` text NOT NULL,
	`provider` text NOT NULL,
	`account_id` text NOT NULL,
	`customer_ref` text NOT NULL,
	`method_ref` text NOT NULL,
	`brand` text NOT NULL,
	`last4` text NOT NULL,
	`expires` text,
	`saved_at` integer NOT NULL,
	`removed_at` integer,
	PRIMARY KEY(`business_id`, `id`),
	FOREIGN KEY (`business_id`,`client_id`) REFERENCES `clients`(`business_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `payment_methods_owned` ON `payment_methods` (`business_id`,`client_id`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `payment_methods_ref` ON `payment_methods` (`business_id`,`provider`,`method_ref`);--> statement-breakpoint
CREATE TABLE `plan_requests` (
	`business_id` text NOT NULL,
	`client_id` text NOT NULL,
	`id` text NOT NULL,
	`subscription_id` text NOT NULL,
	`kind` text NOT NULL,
	`note` text NOT NULL,
	`state` text NOT NULL,
	`waiting_for` text,
	`asked_at` integer NOT NULL,
	`answered_at` integer,
	`answer` text,
	PRIMARY KEY(`business_id`, `id`),
	FOREIGN KEY (`business_id`,`client_id`,`subscription_id`) REFERENCES `subscriptions`(`business_id`,`client_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `plan_requests_waiting` ON `plan_requests` (`business_id`,`waiting_for`);--> statement-breakpoint
CREATE INDEX `plan_requests_by_subscription` ON `plan_requests` (`business_id`,`subscription_id`);--> statement-breakpoint
CREATE TABLE `plans` (
	`business_id` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`description` text NOT NULL,
	`price_minor` integer NOT NULL,
	`tax_included` integer NOT NULL,
	`tax_ids` text NOT NULL,
	`interval` text NOT NULL,
	`every` integer NOT NULL,
	`due_days` integer NOT NULL,
	`package_id` text,
	`archived` integer NOT NULL,
	PRIMARY KEY(`business_id`, `id`),
	FOREIGN KEY (`business_id`) REFERENCES `businesses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`business_id`,`package_id`) REFERENCES `package_products`(`business_id`,`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "plans_sane" CHECK(price_minor > 0 AND every BETWEEN 1 AND 12 AND due_days BETWEEN 0 AND 60)
);
--> statement-breakpoint
CREATE TABLE `subscriptions` (
	`business_id` text NOT NULL,
	`client_id` text NOT NULL,
	`id` text NOT NULL,
	`plan_id` text NOT NULL,
	`state` text NOT NULL,
	`starts_on` text NOT NULL,
	`anchor_day` integer NOT NULL,
	`next_period` integer NOT NULL,
	`next_on` text NOT NULL,
	`ended_on` text,
	`known_minor` integer,
	`announced_for` text,
	`revision` integer NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`business_id`, `id`),
	FOREIGN KEY (`business_id`,`plan_id`) REFERENCES `plans`(`business_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`business_id`,`client_id`) REFERENCES `clients`(`business_id`,`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "subscriptions_sane" CHECK(anchor_day BETWEEN 1 AND 31 AND next_period >= 0 AND ((state = 'ended') = (ended_on IS NOT NULL)))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `subscriptions_owned` ON `subscriptions` (`business_id`,`client_id`,`id`);--> statement-breakpoint
CREATE INDEX `subscriptions_by_plan` ON `subscriptions` (`business_id`,`plan_id`,`state`);--> statement-breakpoint
CREATE TABLE `test_methods` (
	`business_id` text NOT NULL,
	`ref` text NOT NULL,
	`customer_ref` text NOT NULL,
	`card` text NOT NULL,
	`detached` integer NOT NULL,
	PRIMARY KEY(`business_id`, `ref`),
	FOREIGN KEY (`business_id`) REFERENCES `businesses`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `payment_attempts` ADD `method_id` text;--> statement-breakpoint
ALTER TABLE `payment_attempts` ADD `consent` text;--> statement-breakpoint
ALTER TABLE `test_checkouts` ADD `saves` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `test_checkouts` ADD `method_ref` text;