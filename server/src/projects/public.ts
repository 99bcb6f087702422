export { findProject, projectNames, projectsPage } from './project-store.ts';
