CREATE TABLE `client_packages` (
	`business_id` text NOT NULL,
	`client_id` text NOT NULL,
	`id` text NOT NULL,
	`product_id` text NOT NULL,
	`name` text NOT NULL,
	`sessions` integer NOT NULL,
	`price_minor` integer NOT NULL,
	`valid_days` integer,
	`service_ids` text NOT NULL,
	`invoice_id` text NOT NULL,
	`expires_on` text,
	`activated_at` integer,
	`cancelled` integer NOT NULL,
	`bought_at` integer NOT NULL,
	PRIMARY KEY(`business_id`, `id`),
	FOREIGN KEY (`business_id`,`product_id`) REFERENCES `package_products`(`business_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`business_id`,`client_id`) REFERENCES `clients`(`business_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`business_id`,`client_id`,`invoice_id`) REFERENCES `invoices`(`business_id`,`client_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `client_packages_owned` ON `client_packages` (`business_id`,`client_id`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `client_packages_invoice` ON `client_packages` (`business_id`,`invoice_id`);--> statement-breakpoint
CREATE TABLE `package_entries` (
	`business_id` text NOT NULL,
	`client_id` text NOT NULL,
	`package_id` text NOT NULL,
	`id` text NOT NULL,
	`kind` text NOT NULL,
	`change` integer NOT NULL,
	`booking_id` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`business_id`, `id`),
	FOREIGN KEY (`business_id`,`client_id`,`package_id`) REFERENCES `client_packages`(`business_id`,`client_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`business_id`,`booking_id`) REFERENCES `bookings`(`business_id`,`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "package_entries_change" CHECK((kind = 'bought' AND change > 0 AND booking_id IS NULL) OR (kind = 'used' AND change = -1 AND booking_id IS NOT NULL)
    OR (kind = 'returned' AND change = 1 AND booking_id IS NOT NULL) OR (kind IN ('expired', 'withdrawn') AND change < 0 AND booking_id IS NULL))
);
--> statement-breakpoint
CREATE INDEX `package_entries_by_package` ON `package_entries` (`business_id`,`package_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `package_entries_booking` ON `package_entries` (`business_id`,`booking_id`,`kind`);--> statement-breakpoint
CREATE TABLE `package_product_services` (
	`business_id` text NOT NULL,
	`product_id` text NOT NULL,
	`service_id` text NOT NULL,
	PRIMARY KEY(`business_id`, `product_id`, `service_id`),
	FOREIGN KEY (`business_id`,`product_id`) REFERENCES `package_products`(`business_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`business_id`,`service_id`) REFERENCES `services`(`business_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `package_products` (
	`business_id` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`description` text NOT NULL,
	`sessions` integer NOT NULL,
	`price_minor` integer NOT NULL,
	`tax_included` integer NOT NULL,
	`tax_ids` text NOT NULL,
	`valid_days` integer,
	`on_sale` integer NOT NULL,
	`archived` integer NOT NULL,
	PRIMARY KEY(`business_id`, `id`),
	FOREIGN KEY (`business_id`) REFERENCES `businesses`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "package_products_sane" CHECK(sessions > 0 AND price_minor > 0)
);
--> statement-breakpoint
ALTER TABLE `bookings` ADD `package_id` text;--> statement-breakpoint
ALTER TABLE `bookings` ADD `package_name` text;