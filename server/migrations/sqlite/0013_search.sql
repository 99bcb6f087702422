CREATE TABLE `document_texts` (
	`business_id` text NOT NULL,
	`client_id` text NOT NULL,
	`document_id` text NOT NULL,
	`version_id` text NOT NULL,
	`master_id` text NOT NULL,
	`reach` text NOT NULL,
	`why` text NOT NULL,
	`hashes` blob NOT NULL,
	`sealed` blob NOT NULL,
	`indexed_at` integer NOT NULL,
	PRIMARY KEY(`business_id`, `document_id`),
	FOREIGN KEY (`business_id`,`client_id`,`document_id`) REFERENCES `documents`(`business_id`,`client_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
-- By hand: WITHOUT ROWID, so that the key is the table and not a second copy of it.
CREATE TABLE `document_words` (
	`business_id` text NOT NULL,
	`hash` integer NOT NULL,
	`document_id` text NOT NULL,
	`in_name` integer NOT NULL,
	`hits` integer NOT NULL,
	`places` blob NOT NULL,
	PRIMARY KEY(`business_id`, `hash`, `document_id`)
) WITHOUT ROWID;
