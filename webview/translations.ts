import { translate, type Translations } from '../src/texts/t';

// Imported before anything that holds a text, since some texts are made as their module is loaded.
const given = document.body.dataset['translations'];
if (given !== undefined) translate(JSON.parse(given) as Translations);
