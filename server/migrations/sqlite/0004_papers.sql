CREATE TABLE `papers` (
	`business_id` text NOT NULL,
	`client_id` text NOT NULL,
	`kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`sha256` text NOT NULL,
	`name` text NOT NULL,
	`content` blob NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`business_id`, `kind`, `subject_id`),
	FOREIGN KEY (`business_id`,`client_id`) REFERENCES `clients`(`business_id`,`id`) ON UPDATE no action ON DELETE no action
);
