CREATE TABLE `client_billing` (
	`business_id` text NOT NULL,
	`client_id` text NOT NULL,
	`name` text NOT NULL,
	`address` text NOT NULL,
	`country` text NOT NULL,
	`tax_number` text NOT NULL,
	`po_number` text NOT NULL,
	PRIMARY KEY(`business_id`, `client_id`),
	FOREIGN KEY (`business_id`,`client_id`) REFERENCES `clients`(`business_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `invoice_counters` (
	`business_id` text NOT NULL,
	`series` text NOT NULL,
	`year` integer NOT NULL,
	`last` integer NOT NULL,
	PRIMARY KEY(`business_id`, `series`, `year`),
	FOREIGN KEY (`business_id`) REFERENCES `businesses`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `invoice_settings` (
	`business_id` text PRIMARY KEY NOT NULL,
	`settings` text NOT NULL,
	FOREIGN KEY (`business_id`) REFERENCES `businesses`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `invoices` (
	`business_id` text NOT NULL,
	`client_id` text NOT NULL,
	`id` text NOT NULL,
	`kind` text NOT NULL,
	`stage` text NOT NULL,
	`number` text,
	`number_year` integer,
	`number_in_year` integer,
	`currency` text NOT NULL,
	`issued_on` text,
	`due_on` text,
	`issued_at` integer,
	`lines` text NOT NULL,
	`taxes` text NOT NULL,
	`discount_minor` integer NOT NULL,
	`subtotal_minor` integer NOT NULL,
	`tax_minor` integer NOT NULL,
	`total_minor` integer NOT NULL,
	`deposit_minor` integer,
	`deposit_due_on` text,
	`minimum_payment_minor` integer,
	`seller` text,
	`billing` text,
	`po_number` text NOT NULL,
	`note` text NOT NULL,
	`lang` text NOT NULL,
	`source_kind` text NOT NULL,
	`source_id` text,
	`credit_of` text,
	`void_reason` text,
	`pdf_hash` text,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`business_id`, `id`),
	FOREIGN KEY (`business_id`,`client_id`) REFERENCES `clients`(`business_id`,`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "invoices_sum" CHECK(total_minor = subtotal_minor + tax_minor AND total_minor >= 0),
	CONSTRAINT "invoices_numbered" CHECK((stage = 'draft') = (number IS NULL))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invoices_owned` ON `invoices` (`business_id`,`client_id`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `invoices_number` ON `invoices` (`business_id`,`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `invoices_source` ON `invoices` (`business_id`,`source_kind`,`source_id`);--> statement-breakpoint
CREATE INDEX `invoices_by_client` ON `invoices` (`business_id`,`client_id`,`issued_at`,`id`);--> statement-breakpoint
CREATE INDEX `invoices_by_stage` ON `invoices` (`business_id`,`stage`,`id`);--> statement-breakpoint
CREATE INDEX `invoices_by_credit` ON `invoices` (`business_id`,`credit_of`);--> statement-breakpoint
CREATE TABLE `ledger_entries` (
	`business_id` text NOT NULL,
	`transaction_id` text NOT NULL,
	`position` integer NOT NULL,
	`kind` text NOT NULL,
	`account` text NOT NULL,
	`client_id` text NOT NULL,
	`invoice_id` text,
	`currency` text NOT NULL,
	`amount_minor` integer NOT NULL,
	PRIMARY KEY(`business_id`, `transaction_id`, `position`),
	FOREIGN KEY (`business_id`,`client_id`) REFERENCES `clients`(`business_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`business_id`,`client_id`,`invoice_id`) REFERENCES `invoices`(`business_id`,`client_id`,`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "ledger_entries_amount" CHECK(amount_minor <> 0)
);
--> statement-breakpoint
CREATE INDEX `ledger_entries_by_invoice` ON `ledger_entries` (`business_id`,`invoice_id`,`account`);--> statement-breakpoint
CREATE INDEX `ledger_entries_by_client` ON `ledger_entries` (`business_id`,`client_id`,`account`);--> statement-breakpoint
CREATE TABLE `ledger_transactions` (
	`business_id` text NOT NULL,
	`id` text NOT NULL,
	`kind` text NOT NULL,
	`currency` text NOT NULL,
	`booked_on` text NOT NULL,
	`at` integer NOT NULL,
	`dedupe_key` text NOT NULL,
	PRIMARY KEY(`business_id`, `id`),
	FOREIGN KEY (`business_id`) REFERENCES `businesses`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `ledger_transactions_once` ON `ledger_transactions` (`business_id`,`dedupe_key`);--> statement-breakpoint
CREATE INDEX `ledger_transactions_by_date` ON `ledger_transactions` (`business_id`,`booked_on`);--> statement-breakpoint
CREATE TABLE `payments` (
	`business_id` text NOT NULL,
	`client_id` text NOT NULL,
	`id` text NOT NULL,
	`provider` text NOT NULL,
	`method` text NOT NULL,
	`amount_minor` integer NOT NULL,
	`refunded_minor` integer NOT NULL,
	`currency` text NOT NULL,
	`received_on` text NOT NULL,
	`reference` text NOT NULL,
	`allocations` text NOT NULL,
	`credit_minor` integer NOT NULL,
	`provider_ref` text,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`business_id`, `id`),
	FOREIGN KEY (`business_id`,`client_id`) REFERENCES `clients`(`business_id`,`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "payments_amount" CHECK(amount_minor > 0 AND refunded_minor >= 0 AND refunded_minor <= amount_minor AND credit_minor >= 0 AND credit_minor <= amount_minor)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `payments_owned` ON `payments` (`business_id`,`client_id`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `payments_provider_ref` ON `payments` (`business_id`,`provider`,`provider_ref`);--> statement-breakpoint
CREATE INDEX `payments_by_client` ON `payments` (`business_id`,`client_id`,`id`);--> statement-breakpoint
CREATE TABLE `refunds` (
	`business_id` text NOT NULL,
	`client_id` text NOT NULL,
	`id` text NOT NULL,
	`payment_id` text NOT NULL,
	`amount_minor` integer NOT NULL,
	`currency` text NOT NULL,
	`reason` text NOT NULL,
	`provider_ref` text,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`business_id`, `id`),
	FOREIGN KEY (`business_id`,`client_id`,`payment_id`) REFERENCES `payments`(`business_id`,`client_id`,`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "refunds_amount" CHECK(amount_minor > 0)
);
--> statement-breakpoint
CREATE INDEX `refunds_by_payment` ON `refunds` (`business_id`,`payment_id`);--> statement-breakpoint
CREATE TABLE `tax_rates` (
	`business_id` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`rate_ppm` integer NOT NULL,
	`category` text NOT NULL,
	`is_default` integer NOT NULL,
	`archived` integer NOT NULL,
	`position` integer NOT NULL,
	PRIMARY KEY(`business_id`, `id`),
	FOREIGN KEY (`business_id`) REFERENCES `businesses`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "tax_rates_rate" CHECK(rate_ppm BETWEEN 0 AND 1000000)
);
