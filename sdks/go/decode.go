package stegos

import (
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
)

// decode fills target, a pointer. Unlike encoding/json alone it fails where something is missing that the contract
// promises: an amount that is not there must not become zero. Fields it does not know are left out.
func decode(text []byte, target any) error {
	if err := json.Unmarshal(text, target); err != nil {
		return err
	}
	var value any
	if err := json.Unmarshal(text, &value); err != nil {
		return err
	}
	return complete(reflect.TypeOf(target).Elem(), value)
}

// complete says what a value of that type lacks, if anything.
func complete(of reflect.Type, value any) error {
	switch of.Kind() {
	case reflect.Pointer:
		return complete(of.Elem(), value)
	case reflect.Slice:
		items, _ := value.([]any)
		for _, item := range items {
			if err := complete(of.Elem(), item); err != nil {
				return err
			}
		}
	case reflect.Struct:
		return completeStruct(of, value)
	}
	return nil
}

func completeStruct(of reflect.Type, value any) error {
	fields, ok := value.(map[string]any)
	for i := 0; i < of.NumField(); i++ {
		name, option, tagged := strings.Cut(of.Field(i).Tag.Get("json"), ",")
		if name == "" {
			continue
		}
		if !ok {
			return fmt.Errorf("%s is an object", of.Name())
		}
		field, there := fields[name]
		if !there || field == nil {
			if tagged && option == "omitempty" {
				continue
			}
			return fmt.Errorf("%s has %s", of.Name(), name)
		}
		if err := complete(of.Field(i).Type, field); err != nil {
			return err
		}
	}
	return nil
}
