export { Authors, type Author, type AuthorListParams, type AuthorsPage } from './authors.ts';
export { Works, type Work, type WorkListParams, type WorksPage } from './works.ts';
