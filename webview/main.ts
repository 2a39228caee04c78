import { App } from './app';
import { dropRuns } from './dropRuns';
import { HostLink } from './hostLink';
import './style.css';

const link = new HostLink();
const app = new App(document.getElementById('app')!, link);
link.listen((message) => app.onMessage(message));

// The editor changes the theme by changing these; custom properties have no event of their own.
let themed = 0;
const themes = new MutationObserver(() => {
  themed ||= requestAnimationFrame(() => {
    themed = 0;
    app.repaint();
  });
});
themes.observe(document.body, { attributes: true, attributeFilter: ['class', 'data-vscode-theme-id'] });
themes.observe(document.documentElement, { attributes: true, attributeFilter: ['style'] });

dropRuns(document.body, (runs) => link.post({ type: 'carryOut', deed: { type: 'compareWith', runs } }));
link.post({ type: 'ready' });
