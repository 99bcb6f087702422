DROP INDEX `invoices_by_credit`;--> statement-breakpoint
CREATE INDEX `invoices_by_credit` ON `invoices` (`business_id`,`credit_of`,`id`);--> statement-breakpoint
DROP INDEX `payment_attempts_by_client`;--> statement-breakpoint
CREATE INDEX `payment_attempts_by_client` ON `payment_attempts` (`business_id`,`client_id`,`id`);--> statement-breakpoint
DROP INDEX `jobs_about`;--> statement-breakpoint
CREATE INDEX `jobs_about` ON `jobs` (`business_id`,`about`,`kind`);--> statement-breakpoint
CREATE INDEX `refunds_by_client` ON `refunds` (`business_id`,`client_id`);