export { eraseProjectsOf, findProject, projectNames, projectsPage } from './project-store.ts';
