import { mount } from 'svelte';
import './styles/fonts.css';
import './styles/base.css';
import './styles/parts.css';
import App from './App.svelte';
import { begin } from './lib/words';

await begin();
mount(App, { target: document.getElementById('app')! });
