import { translate, type Translations } from '../src/texts/t';

// A script of its own, which runs before the view's: some texts are made as their module is loaded, and how modules are put into
// scripts decides which is first.
translate(JSON.parse(document.body.dataset['translations']!) as Translations);
