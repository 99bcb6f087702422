CREATE TABLE `document_comments` (
	`business_id` text NOT NULL,
	`client_id` text NOT NULL,
	`document_id` text NOT NULL,
	`id` text NOT NULL,
	`thread_id` text NOT NULL,
	`version` integer NOT NULL,
	`page` integer,
	`x` integer,
	`y` integer,
	`sealed_text` blob NOT NULL,
	`actor` text NOT NULL,
	`created_at` integer NOT NULL,
	`removed_at` integer,
	`resolved_at` integer,
	`resolved_by` text,
	PRIMARY KEY(`business_id`, `id`),
	FOREIGN KEY (`business_id`,`client_id`,`document_id`) REFERENCES `documents`(`business_id`,`client_id`,`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "document_comments_place" CHECK((page IS NULL) = (x IS NULL) AND (x IS NULL) = (y IS NULL))
);
--> statement-breakpoint
CREATE INDEX `document_comments_by_document` ON `document_comments` (`business_id`,`document_id`,`id`);--> statement-breakpoint
CREATE TABLE `document_reviews` (
	`business_id` text NOT NULL,
	`client_id` text NOT NULL,
	`document_id` text NOT NULL,
	`id` text NOT NULL,
	`version` integer NOT NULL,
	`state` text NOT NULL,
	`message` text NOT NULL,
	`due_on` text,
	`asked_by` text NOT NULL,
	`asked_at` integer NOT NULL,
	`decided_by` text,
	`decided_at` integer,
	`comment_id` text,
	PRIMARY KEY(`business_id`, `id`),
	FOREIGN KEY (`business_id`,`client_id`,`document_id`) REFERENCES `documents`(`business_id`,`client_id`,`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "document_reviews_decided" CHECK((state IN ('approved', 'changes_requested')) = (decided_at IS NOT NULL AND decided_by IS NOT NULL)),
	CONSTRAINT "document_reviews_reason" CHECK(state <> 'changes_requested' OR comment_id IS NOT NULL)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `document_reviews_waiting` ON `document_reviews` (`business_id`,`document_id`) WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX `document_reviews_by_document` ON `document_reviews` (`business_id`,`document_id`,`id`);--> statement-breakpoint
CREATE INDEX `document_reviews_by_state` ON `document_reviews` (`business_id`,`state`,`id`);--> statement-breakpoint
ALTER TABLE `client_keys` ADD `text_key` text;