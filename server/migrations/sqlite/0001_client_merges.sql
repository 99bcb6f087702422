CREATE TABLE `client_merges` (
	`business_id` text NOT NULL,
	`from_id` text NOT NULL,
	`into_id` text NOT NULL,
	`contact_ids` text NOT NULL,
	`note_before` text NOT NULL,
	`merged_at` integer NOT NULL,
	PRIMARY KEY(`business_id`, `from_id`),
	FOREIGN KEY (`business_id`,`from_id`) REFERENCES `clients`(`business_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`business_id`,`into_id`) REFERENCES `clients`(`business_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `client_merges_into` ON `client_merges` (`business_id`,`into_id`);