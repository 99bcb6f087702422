ALTER TABLE `bookings` ADD `invoice_id` text;--> statement-breakpoint
ALTER TABLE `bookings` ADD `hold` text;--> statement-breakpoint
CREATE INDEX `bookings_by_invoice` ON `bookings` (`business_id`,`invoice_id`);--> statement-breakpoint
ALTER TABLE `services` ADD `prepayment` text;