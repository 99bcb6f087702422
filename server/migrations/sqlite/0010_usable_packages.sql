CREATE TABLE `deposit_reminders` (
	`business_id` text NOT NULL,
	`client_id` text NOT NULL,
	`invoice_id` text NOT NULL,
	`days_after_due` integer NOT NULL,
	`sent_at` integer NOT NULL,
	PRIMARY KEY(`business_id`, `invoice_id`, `days_after_due`),
	FOREIGN KEY (`business_id`,`client_id`,`invoice_id`) REFERENCES `invoices`(`business_id`,`client_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `deposit_reminders_by_client` ON `deposit_reminders` (`business_id`,`client_id`);--> statement-breakpoint
CREATE TABLE `__new_package_entries` (
	`business_id` text NOT NULL,
	`client_id` text NOT NULL,
	`package_id` text NOT NULL,
	`id` text NOT NULL,
	`kind` text NOT NULL,
	`change` integer NOT NULL,
	`booking_id` text,
	`reason` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`business_id`, `id`),
	FOREIGN KEY (`business_id`,`client_id`,`package_id`) REFERENCES `client_packages`(`business_id`,`client_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`business_id`,`booking_id`) REFERENCES `bookings`(`business_id`,`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "package_entries_change" CHECK((kind = 'bought' AND change > 0 AND booking_id IS NULL) OR (kind = 'used' AND change = -1 AND booking_id IS NOT NULL)
    OR (kind = 'returned' AND change = 1 AND booking_id IS NOT NULL) OR (kind IN ('expired', 'withdrawn') AND change < 0 AND booking_id IS NULL)
    OR (kind = 'ended' AND change < 0 AND booking_id IS NULL AND reason IS NOT NULL) OR (kind = 'corrected' AND change <> 0 AND booking_id IS NULL AND reason IS NOT NULL))
);
--> statement-breakpoint
INSERT INTO `__new_package_entries`("business_id", "client_id", "package_id", "id", "kind", "change", "booking_id", "reason", "at") SELECT "business_id", "client_id", "package_id", "id", "kind", "change", "booking_id", NULL, "at" FROM `package_entries`;--> statement-breakpoint
DROP TABLE `package_entries`;--> statement-breakpoint
ALTER TABLE `__new_package_entries` RENAME TO `package_entries`;--> statement-breakpoint
CREATE INDEX `package_entries_by_package` ON `package_entries` (`business_id`,`package_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `package_entries_booking` ON `package_entries` (`business_id`,`booking_id`,`kind`);--> statement-breakpoint
ALTER TABLE `bookings` ADD `total_minor` integer;--> statement-breakpoint
ALTER TABLE `bookings` ADD `package_returned` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `invoices` ADD `version` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `client_packages` ADD `ended_at` integer;--> statement-breakpoint
ALTER TABLE `package_products` ADD `usable_at_once` integer DEFAULT false NOT NULL;