CREATE TABLE `invoice_reminders` (
	`business_id` text NOT NULL,
	`client_id` text NOT NULL,
	`invoice_id` text NOT NULL,
	`days_after_due` integer NOT NULL,
	`sent_at` integer NOT NULL,
	PRIMARY KEY(`business_id`, `invoice_id`, `days_after_due`),
	FOREIGN KEY (`business_id`,`client_id`,`invoice_id`) REFERENCES `invoices`(`business_id`,`client_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `invoice_reminders_by_client` ON `invoice_reminders` (`business_id`,`client_id`);--> statement-breakpoint
CREATE TABLE `reminder_holds` (
	`business_id` text NOT NULL,
	`client_id` text NOT NULL,
	`invoice_id` text NOT NULL,
	`held_by` text NOT NULL,
	`held_at` integer NOT NULL,
	PRIMARY KEY(`business_id`, `invoice_id`),
	FOREIGN KEY (`business_id`,`client_id`,`invoice_id`) REFERENCES `invoices`(`business_id`,`client_id`,`id`) ON UPDATE no action ON DELETE no action
);
