CREATE TABLE `document_requests` (
	`business_id` text NOT NULL,
	`client_id` text NOT NULL,
	`id` text NOT NULL,
	`title` text NOT NULL,
	`why` text NOT NULL,
	`due_on` text,
	`category` text NOT NULL,
	`state` text NOT NULL,
	`reason` text,
	`asked_at` integer NOT NULL,
	`submitted_at` integer,
	PRIMARY KEY(`business_id`, `id`),
	FOREIGN KEY (`business_id`,`client_id`) REFERENCES `clients`(`business_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `document_requests_by_client` ON `document_requests` (`business_id`,`client_id`,`state`);--> statement-breakpoint
CREATE INDEX `document_requests_by_state` ON `document_requests` (`business_id`,`state`,`id`);--> statement-breakpoint
CREATE TABLE `request_documents` (
	`business_id` text NOT NULL,
	`request_id` text NOT NULL,
	`document_id` text NOT NULL,
	PRIMARY KEY(`business_id`, `request_id`, `document_id`),
	FOREIGN KEY (`business_id`,`request_id`) REFERENCES `document_requests`(`business_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`business_id`,`document_id`) REFERENCES `documents`(`business_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
ALTER TABLE `uploads` ADD `request_id` text;