CREATE TABLE `checklists` (
	`business_id` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`items` text NOT NULL,
	`archived` integer NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`business_id`, `id`),
	FOREIGN KEY (`business_id`) REFERENCES `businesses`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `document_requests` ADD `reminded_at` integer;--> statement-breakpoint
ALTER TABLE `document_requests` ADD `batch_id` text;