import {render,h} from "preact"; render(h("p",null,"x"), document.body);
