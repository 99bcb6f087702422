CREATE TABLE `client_keys` (
	`business_id` text NOT NULL,
	`client_id` text NOT NULL,
	`generation` integer NOT NULL,
	`master_id` text NOT NULL,
	`sealed_key` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`business_id`, `client_id`),
	FOREIGN KEY (`business_id`,`client_id`) REFERENCES `clients`(`business_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `document_reads` (
	`business_id` text NOT NULL,
	`client_id` text NOT NULL,
	`document_id` text NOT NULL,
	`number` integer NOT NULL,
	`contact_id` text NOT NULL,
	`count` integer NOT NULL,
	`first_read_at` integer NOT NULL,
	`last_read_at` integer NOT NULL,
	PRIMARY KEY(`business_id`, `document_id`, `number`, `contact_id`),
	FOREIGN KEY (`business_id`,`document_id`,`number`) REFERENCES `document_versions`(`business_id`,`document_id`,`number`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`business_id`,`client_id`,`contact_id`) REFERENCES `contacts`(`business_id`,`client_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `document_rights` (
	`business_id` text NOT NULL,
	`client_id` text NOT NULL,
	`document_id` text NOT NULL,
	`contact_id` text NOT NULL,
	`level` text NOT NULL,
	`download` integer NOT NULL,
	PRIMARY KEY(`business_id`, `document_id`, `contact_id`),
	FOREIGN KEY (`business_id`,`client_id`,`document_id`) REFERENCES `documents`(`business_id`,`client_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`business_id`,`client_id`,`contact_id`) REFERENCES `contacts`(`business_id`,`client_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `document_versions` (
	`business_id` text NOT NULL,
	`client_id` text NOT NULL,
	`document_id` text NOT NULL,
	`number` integer NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`media_type` text NOT NULL,
	`is_active` integer NOT NULL,
	`size` integer NOT NULL,
	`sha256` text NOT NULL,
	`note` text NOT NULL,
	`state` text NOT NULL,
	`refusal` text,
	`place` text NOT NULL,
	`file_name` text NOT NULL,
	`sealed_key` text NOT NULL,
	`actor` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`business_id`, `document_id`, `number`),
	FOREIGN KEY (`business_id`,`client_id`,`document_id`) REFERENCES `documents`(`business_id`,`client_id`,`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "document_versions_opened" CHECK(state <> 'available' OR place <> 'gone')
);
--> statement-breakpoint
CREATE UNIQUE INDEX `document_versions_id` ON `document_versions` (`business_id`,`id`);--> statement-breakpoint
CREATE INDEX `document_versions_by_client` ON `document_versions` (`business_id`,`client_id`);--> statement-breakpoint
CREATE INDEX `document_versions_size` ON `document_versions` (`business_id`,`place`,`size`);--> statement-breakpoint
CREATE INDEX `document_versions_by_place` ON `document_versions` (`place`,`file_name`);--> statement-breakpoint
CREATE TABLE `documents` (
	`business_id` text NOT NULL,
	`client_id` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`search_text` text NOT NULL,
	`category` text NOT NULL,
	`project_id` text,
	`current` integer,
	`latest` integer NOT NULL,
	`by` text NOT NULL,
	`archived` integer NOT NULL,
	`level` text NOT NULL,
	`download` integer NOT NULL,
	`created_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	PRIMARY KEY(`business_id`, `id`),
	FOREIGN KEY (`business_id`,`client_id`) REFERENCES `clients`(`business_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`business_id`,`client_id`,`project_id`) REFERENCES `projects`(`business_id`,`client_id`,`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "documents_current" CHECK(current IS NULL OR current BETWEEN 1 AND latest)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `documents_owned` ON `documents` (`business_id`,`client_id`,`id`);--> statement-breakpoint
CREATE INDEX `documents_by_client` ON `documents` (`business_id`,`client_id`,`archived`,`changed_at`,`id`);--> statement-breakpoint
CREATE INDEX `documents_by_change` ON `documents` (`business_id`,`archived`,`changed_at`,`id`);--> statement-breakpoint
CREATE TABLE `uploads` (
	`business_id` text NOT NULL,
	`client_id` text NOT NULL,
	`id` text NOT NULL,
	`actor` text NOT NULL,
	`document_id` text,
	`name` text NOT NULL,
	`title` text,
	`category` text NOT NULL,
	`project_id` text,
	`note` text NOT NULL,
	`size` integer NOT NULL,
	`received` integer NOT NULL,
	`file_name` text NOT NULL,
	`sealed_key` text NOT NULL,
	`created_at` integer NOT NULL,
	`touched_at` integer NOT NULL,
	PRIMARY KEY(`business_id`, `id`),
	FOREIGN KEY (`business_id`,`client_id`) REFERENCES `clients`(`business_id`,`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "uploads_received" CHECK(received BETWEEN 0 AND size)
);
--> statement-breakpoint
CREATE INDEX `uploads_by_actor` ON `uploads` (`business_id`,`actor`,`id`);--> statement-breakpoint
CREATE INDEX `uploads_by_client` ON `uploads` (`business_id`,`client_id`);--> statement-breakpoint
CREATE INDEX `uploads_by_touch` ON `uploads` (`touched_at`);--> statement-breakpoint
CREATE TABLE `projects` (
	`business_id` text NOT NULL,
	`client_id` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`archived` integer NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`business_id`, `id`),
	FOREIGN KEY (`business_id`,`client_id`) REFERENCES `clients`(`business_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `projects_owned` ON `projects` (`business_id`,`client_id`,`id`);--> statement-breakpoint
CREATE INDEX `projects_by_client` ON `projects` (`business_id`,`client_id`,`archived`,`id`);